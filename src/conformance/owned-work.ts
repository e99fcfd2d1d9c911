import { type Sql, sql } from '#engine/sql.ts';
import { ownedTimes } from './designed/owners.ts';
import type { Ground } from './ground.ts';
import type { Span } from './span.ts';

/**
 * The visits to active stages that were entered in a span, with the seconds of work in each and whose work it is.
 *
 * `owned_no` is the stretch of ownership that held at the entry, null where none did. An item's capability comes before
 * its initiative. Visits without active time are left out.
 */
export const ownedWork = (ground: Ground, { from, until }: Span): Sql => sql`
  select visit.item_id, visit.team_id, fact.capability, visit.entered,
         visit.elapsed - visit.handoff - visit.blocked as amount,
         coalesce(by_capability.owned_no, by_initiative.owned_no) as owned_no,
         coalesce(by_capability.object, by_initiative.object) as object,
         coalesce(by_capability.owner, by_initiative.owner) as owner
  from visit
  join item_fact as fact using (item_id)
  left join ${ground.table(ownedTimes)} as by_capability
    on by_capability.code = fact.capability and visit.entered >= by_capability.from_at and visit.entered < by_capability.until_at
  left join ${ground.table(ownedTimes)} as by_initiative
    on by_initiative.code = fact.initiative and visit.entered >= by_initiative.from_at and visit.entered < by_initiative.until_at
  where visit.stage_id in (select stage_id from stage where kind = 'active')
    and visit.entered >= ${from} and visit.entered < ${until} and visit.elapsed > visit.handoff + visit.blocked`;
