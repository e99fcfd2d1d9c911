import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';

/**
 * The share of the visits left that were left at the very instant they were entered, by the code of the source.
 *
 * Such a visit comes from rows of one instant that say another stage or team: which of them came first hangs on their
 * order alone. Rows of one instant that say different things of an item may come in any order and make none. Visits
 * stand in for rows because they are few and laid out; to look for the rows again is to group all of them.
 */
export const tiedVisits = async (engine: Engine): Promise<Map<number, number>> => {
  const rows = await engine.all<{ id: number; tied: number }>(sql`
    select source_id as id, count(*) filter (where "left" = entered) / count(*) as tied
    from visit join stage using (stage_id)
    where "left" is not null
    group by source_id`);
  return new Map(rows.map(({ id, tied }) => [id, tied]));
};
