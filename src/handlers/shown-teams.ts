import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { told, unnamed } from '#facts/active-people.ts';
import { localDay, startOfLocalDay } from '#model/calendar/local.ts';
import type { Window } from '#model/window.ts';
import { perStanding } from './per-standing.ts';
import type { Standing } from './refresh.ts';
import { namesShown, PresenceCount } from './small-teams.ts';

/** The name under which a team is shown in a window. */
export type ShownTeam = (team: string, window: Window) => string;

/** Of how many windows the names are remembered: somebody may look at ever others for as long as a state lasts. */
const mostWindows = 200;

/** Which person was active in which team (its code) on which local day, and what tells it, one a row, column by column, in order of days. */
type Active = Readonly<Record<'teams' | 'people' | 'days' | 'ways', Int32Array>>;

/**
 * The name under which each team is shown: its own, that of a team above it, or that of all small teams.
 *
 * It is told by the people who were active in the window's own days; a day that is not wholly in the window does not
 * count. A log that knows no people says nothing about any, and its teams are shown as they are.
 */
export const teamsShown = async ({
  engine,
  design,
  calendar: { timeZone },
}: Pick<Standing, 'engine' | 'design'> & {
  readonly calendar: Pick<Standing['calendar'], 'timeZone'>;
}): Promise<ShownTeam> => {
  const known = await engine.all<{ id: number; key: string }>(sql`select team_id as id, key from team`);
  const active = await activeIn(engine);
  const ids = new Set(active.teams);
  const withPeople = known.filter(({ id }) => ids.has(id));
  const parents = new Map<string, string | undefined>(design.teams.map(({ key, parent }) => [key, parent]));
  const perWindow = new Map<string, ReadonlyMap<string, string>>();
  const namesIn = (window: Window): ReadonlyMap<string, string> => {
    const key = `${window.from}/${window.until}`;
    const names = perWindow.get(key) ?? namesShown(presentIn(active, withPeople, window, timeZone), parents);
    if (perWindow.size > mostWindows) perWindow.clear();
    perWindow.set(key, names);
    return names;
  };
  return (team, window) => namesIn(window).get(team) ?? team;
};

/** The same, found out once for each state of a workspace. */
export const shownTeamsOf = perStanding(teamsShown);

/** They may be millions, which takes seconds as one object a row. */
const activeIn = async (engine: Engine): Promise<Active> => {
  let columns: Int32Array[] = [];
  await engine.numbers(sql`select team_id, person, day, told from active_day order by day`, (rows) => {
    columns = Array.from({ length: 4 }, () => new Int32Array(rows));
    return columns;
  });
  const none = new Int32Array();
  const [teams = none, people = none, days = none, ways = none] = columns;
  return { teams, people, days, ways };
};

/** Who was there in a window, for each team of which people are known at all. */
const presentIn = (
  { teams, people, days, ways }: Active,
  withPeople: readonly { readonly id: number; readonly key: string }[],
  window: Window,
  timeZone: string,
): ReadonlyMap<string, PresenceCount> => {
  const counts: PresenceCount[] = [];
  for (const { id } of withPeople) counts[id] = new PresenceCount();
  const end = firstWithin(days, wholeDays(window.until, timeZone, 'ended'));
  for (let row = firstWithin(days, wholeDays(window.from, timeZone, 'begun')); row < end; row++) {
    counts[teams[row] ?? -1]?.add(people[row] ?? unnamed, ways[row] ?? told.assigned);
  }
  return new Map(withPeople.map(({ id, key }) => [key, counts[id] ?? new PresenceCount()]));
};

/** The first day that begins at an instant or after it; or the first that has not ended by it. */
const wholeDays = (moment: string, timeZone: string, edge: 'begun' | 'ended'): number => {
  const instant = Date.parse(moment);
  const day = localDay(instant, timeZone);
  return edge === 'ended' || startOfLocalDay(day, timeZone) === instant ? day : day + 1;
};

/** Where the rows of a day or a later one begin. */
const firstWithin = (days: Int32Array, day: number): number => {
  let low = 0;
  for (let high = days.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};
