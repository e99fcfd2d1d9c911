import { type Sql, sql } from '#engine/sql.ts';

/** Stands between two teams, in whose names anything else may stand. */
const between = '\u001F';

/** The boundary over which one team hands work to another, as rows hold it. */
export const boundaryOf = (giver: Sql, taker: Sql): Sql => sql`(${giver} || chr(31) || ${taker})`;

/** Every boundary over which work was handed. */
export const boundaries = sql`
  select distinct ${boundaryOf(sql`giver.key`, sql`taker.key`)} as key
  from handoff
  join team as giver on giver.team_id = from_team
  join team as taker on taker.team_id = to_team`;

/** The two teams of a boundary. */
export const teamsOf = (boundary: string): string[] => boundary.split(between);

/** The name of a boundary, its teams as they are shown. */
export const boundaryShown = (boundary: string, shownTeam: (team: string) => string): string =>
  teamsOf(boundary).map(shownTeam).join(' → ');
