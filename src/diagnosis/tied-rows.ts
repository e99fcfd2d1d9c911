import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';

/**
 * The share of a source's rows that stand at one instant with another row of their item and say another state or team
 * than it, by the code of the source. Rows that say different things of an item may come in any order.
 */
export const tiedRows = async (engine: Engine): Promise<Map<number, number>> => {
  const rows = await engine.all<{ id: number; tied: number }>(sql`
    select source_id as id, coalesce(sum(together) filter (where differ), 0) / sum(together) as tied
    from (
      select item_id, instant, count(*) as together,
             coalesce(min(state) <> max(state), false) or coalesce(min(team) <> max(team), false) as differ
      from event group by item_id, instant
    )
    join item using (item_id)
    group by source_id`);
  return new Map(rows.map(({ id, tied }) => [id, tied]));
};
