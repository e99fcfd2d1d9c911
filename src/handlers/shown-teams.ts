import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { Window } from '#model/window.ts';
import type { Standing } from './refresh.ts';

/** Where teams of too few people go that have no parent to go to. */
export const smallTeams = '(small teams)';

const fewestPeople = 5;

/** The name under which a team is shown in a window. */
export type ShownTeam = (team: string, window: Window) => string;

/** Which person was active in which team (its code) in which month, one a row, column by column. */
type Active = Readonly<Record<'teams' | 'people' | 'months', Int32Array>>;

/**
 * The name under which each team is shown: its own, or that of the nearest team above it that is large enough.
 *
 * A team is large enough when at least five people were active in it, or in a team below it, in the months that the window
 * touches. Nobody can be picked out of what is left. A log that knows no people says nothing about any, and its teams are
 * shown as they are.
 */
export const teamsShown = async ({ engine, design }: Pick<Standing, 'engine' | 'design'>): Promise<ShownTeam> => {
  const known = await engine.all<{ id: number; key: string }>(sql`select team_id as id, key from team`);
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  const active = await activeIn(engine);
  const withPeople = new Set(Array.from(new Set(active.teams), (id) => keys.get(id)));
  const parents = new Map<string, string | undefined>(design.teams.map(({ key, parent }) => [key, parent]));
  const upward = (team: string): string[] => {
    const path = [team];
    for (let up = parents.get(team); up !== undefined && !path.includes(up); up = parents.get(up)) path.push(up);
    return path;
  };
  const paths = new Map(known.map(({ id, key }) => [id, upward(key)]));
  const perWindow = new Map<string, ReadonlySet<string>>();
  const largeIn = (window: Window): ReadonlySet<string> => {
    const key = `${window.from}/${window.until}`;
    const large = perWindow.get(key) ?? largeTeams(active, window, paths);
    perWindow.set(key, large);
    return large;
  };
  return (team, window) => {
    if (!withPeople.has(team)) return team;
    const large = largeIn(window);
    return upward(team).find((each) => large.has(each)) ?? smallTeams;
  };
};

/** They may be millions, which takes seconds as one object a row. */
const activeIn = async (engine: Engine): Promise<Active> => {
  let columns: Int32Array[] = [];
  await engine.numbers(sql`select team_id, person, month from team_person`, (rows) => {
    columns = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
    return columns;
  });
  const [teams = new Int32Array(), people = new Int32Array(), months = new Int32Array()] = columns;
  return { teams, people, months };
};

/** The teams that enough people were active in, or in a team below them; nobody is looked at beyond those. */
const largeTeams = (
  { teams, people, months }: Active,
  window: Window,
  paths: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> => {
  const first = monthOf(Date.parse(window.from));
  const last = monthOf(Date.parse(window.until) - 1);
  const found = new Map([...paths.values()].flat().map((team) => [team, new Set<number>()]));
  const groups = new Map([...paths].map(([id, path]) => [id, path.flatMap((team) => found.get(team) ?? [])]));
  for (let row = 0; row < months.length; row++) {
    const month = months[row] ?? 0;
    if (month < first || month > last) continue;
    for (const group of groups.get(teams[row] ?? -1) ?? []) {
      if (group.size < fewestPeople) group.add(people[row] ?? -1);
    }
  }
  return new Set([...found].flatMap(([team, { size }]) => (size >= fewestPeople ? team : [])));
};

const monthOf = (instant: number): number => {
  const day = new Date(instant);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
};
