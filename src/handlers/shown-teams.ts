import { sql } from '#engine/sql.ts';
import type { Window } from '#model/window.ts';
import type { Standing } from './refresh.ts';

/** Where teams of too few people go that have no parent to go to. */
export const smallTeams = '(small teams)';

const fewestPeople = 5;

type TeamMonth = { readonly team: string; readonly person: number; readonly month: number };

/**
 * The name under which each team is shown: its own, or that of the nearest team above it that is large enough.
 *
 * A team is large enough when at least five people were active in it, or in a team below it, in the months that the window
 * touches. Nobody can be picked out of what is left. A log that knows no people says nothing about any, and its teams are
 * shown as they are.
 */
export const teamsShown = async ({ engine, design }: Standing): Promise<(team: string, window: Window) => string> => {
  const active = await engine.all<TeamMonth>(
    sql`select team.key as team, person, month from team_person join team using (team_id)`,
  );
  const withPeople = new Set(active.map(({ team }) => team));
  const parents = new Map<string, string | undefined>(design.teams.map(({ key, parent }) => [key, parent]));
  const upward = (team: string): string[] => {
    const path = [team];
    for (let up = parents.get(team); up !== undefined && !path.includes(up); up = parents.get(up)) path.push(up);
    return path;
  };
  const perWindow = new Map<string, Map<string, Set<number>>>();
  const peopleIn = (window: Window): Map<string, Set<number>> => {
    const key = `${window.from}/${window.until}`;
    const known = perWindow.get(key) ?? activeIn(active, window, upward);
    perWindow.set(key, known);
    return known;
  };
  return (team, window) => {
    if (!withPeople.has(team)) return team;
    const people = peopleIn(window);
    return upward(team).find((each) => (people.get(each)?.size ?? 0) >= fewestPeople) ?? smallTeams;
  };
};

const activeIn = (
  active: readonly TeamMonth[],
  window: Window,
  upward: (team: string) => string[],
): Map<string, Set<number>> => {
  const first = monthOf(Date.parse(window.from));
  const last = monthOf(Date.parse(window.until) - 1);
  const people = new Map<string, Set<number>>();
  for (const { team, person, month } of active) {
    if (month < first || month > last) continue;
    for (const each of upward(team)) people.set(each, (people.get(each) ?? new Set<number>()).add(person));
  }
  return people;
};

const monthOf = (instant: number): number => {
  const day = new Date(instant);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
};
