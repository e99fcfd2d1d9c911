import { type Sql, sql } from '#engine/sql.ts';

/**
 * Every time an item came to a stage, with when it had come to the stage before: `item_id`, `visit_no`, `from_stage`,
 * `to_stage`, `entered`, `since` (null of its first stage).
 *
 * A visit is cut where the team changes; such a cut is no coming. The stage before is looked up among all that an item
 * did, so the window may only cut behind.
 */
export const comings = (until: number, items: Sql): Sql => sql`(
  select item_id, visit_no, from_stage, stage_id as to_stage, entered,
         lag(entered) over (partition by item_id order by visit_no) as since
  from visit
  where stage_id is not null and from_stage is distinct from stage_id and entered < ${until} ${items})`;
