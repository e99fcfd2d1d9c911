import type { Engine } from '#engine/engine.ts';
import { join, type Sql, sql } from '#engine/sql.ts';

/** The name under which a team stands in lists that people read. */
export type ShownTeam = (team: string) => string;

export const smallTeams = '(small teams)';

const fewestPeople = 5;

/** A team goes by its name unless people are known of it and fewer than five were ever active in it. */
export const shownByPeople = async (engine: Engine): Promise<ShownTeam> => {
  const small = await engine.all<{ key: string }>(sql`
    select key from team_person join team using (team_id)
    group by key having count(distinct person) < ${fewestPeople}`);
  const keys = new Set(small.map(({ key }) => key));
  return (team) => (keys.has(team) ? smallTeams : team);
};

/** Every team of the evidence, and the names under which they are shown; `label` points into `names`. */
export type TeamLabels = {
  readonly teams: readonly { readonly id: number; readonly key: string; readonly mapped: boolean }[];
  readonly names: readonly string[];
  /** The relation (team_id, label), to be joined before anything is counted, so that merged teams are counted once. */
  readonly relation: Sql;
};

export const teamLabels = async (engine: Engine, shownTeam: ShownTeam): Promise<TeamLabels> => {
  const teams = await engine.all<{ id: number; key: string; mapped: boolean }>(
    sql`select team_id as id, key, mapped from team order by key`,
  );
  const names = [...new Set(teams.map(({ key }) => shownTeam(key)))].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const pairs = teams.map(({ id, key }) => sql`(${id}::int, ${places.get(shownTeam(key)) ?? 0}::int)`);
  const values = pairs.length === 0 ? sql`(null::int, null::int)` : join(pairs);
  return { teams, names, relation: sql`(select * from (values ${values}) as shown(team_id, label))` };
};
