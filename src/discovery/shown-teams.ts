import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { told, unnamed } from '#facts/active-people.ts';

/** The name under which a team stands in lists that people read. */
export type ShownTeam = (team: string) => string;

export const smallTeams = '(small teams)';

/** Of fewer people than these nothing is shown by itself. */
export const fewestPeople = 5;

/** A team goes by its name unless its log knows people and fewer than five were ever active in it. */
export const shownByPeople = async (engine: Engine): Promise<ShownTeam> => {
  const small = await engine.all<{ key: string }>(sql`
    select key from (
      select key, told, count(distinct person) filter (person <> ${unnamed}) as people
      from active_day join team using (team_id) group by key, told)
    group by key
    having coalesce(
      max(people) filter (told = ${told.assigned} and people > 0), max(people) filter (told = ${told.acted} and people > 0),
      min(people) filter (told >= ${told.others}), 0) < ${fewestPeople}`);
  const keys = new Set(small.map(({ key }) => key));
  return (team) => (keys.has(team) ? smallTeams : team);
};

/** Every team of the evidence, and the names under which they are shown, in order. */
export type TeamLabels = {
  readonly teams: readonly { readonly key: string; readonly mapped: boolean; readonly name: string }[];
  readonly names: readonly string[];
  /** The place of a team's shown name among the names, by the team's code. */
  readonly labels: Int32Array;
};

export const teamLabels = async (engine: Engine, shownTeam: ShownTeam): Promise<TeamLabels> => {
  const rows = await engine.all<{ id: number; key: string; mapped: boolean }>(
    sql`select team_id as id, key, mapped from team order by key`,
  );
  const teams = rows.map(({ key, mapped }) => ({ key, mapped, name: shownTeam(key) }));
  const names = [...new Set(teams.map(({ name }) => name))].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const labels = new Int32Array(rows.reduce((most, { id }) => Math.max(most, id + 1), 0)).fill(-1);
  rows.forEach(({ id }, index) => {
    labels[id] = places.get(teams[index]?.name ?? '') ?? -1;
  });
  return { teams, names, labels };
};
