import { type Sql, sql } from '#engine/sql.ts';
import { ownedTimes } from './designed/owners.ts';
import type { Ground, PreparedTable } from './ground.ts';
import type { Span } from './span.ts';
import { stagesOfKind } from './stages-of-kind.ts';

/**
 * The visits to active stages that were entered in the window, with the seconds of work in each and whose work it is.
 *
 * `owned_no` is the stretch of ownership that held at the entry, null where none did. An item's capability comes before
 * its initiative. Visits without active time are left out. The conditions on a visit are one expression, so that the
 * engine does not take the visits for few and build its table of them instead of the items.
 */
export const ownedWorkTable: PreparedTable = {
  name: 'owned_work',
  as: (ground) => sql`
    select visit.item_id, visit.team_id, fact.capability, visit.entered, visit.entered_day,
           visit.elapsed - visit.handoff - visit.blocked as amount,
           coalesce(by_capability.owned_no, by_initiative.owned_no) as owned_no
    from visit
    join item_fact as fact using (item_id)
    left join ${ground.table(ownedTimes)} as by_capability
      on by_capability.code = fact.capability and visit.entered >= by_capability.from_at and visit.entered < by_capability.until_at
    left join ${ground.table(ownedTimes)} as by_initiative
      on by_initiative.code = fact.initiative and visit.entered >= by_initiative.from_at and visit.entered < by_initiative.until_at
    where least(coalesce(visit.stage_id in ${stagesOfKind(ground, 'active')}, false), visit.entered >= ${ground.span.from},
                visit.entered < ${ground.span.until}, visit.elapsed > visit.handoff + visit.blocked)`,
};

/** The same for a span of the window, with the object and its owner in words. */
export const ownedWork = (ground: Ground, { from, until }: Span): Sql => sql`
  select work.*, owned.object, owned.owner
  from ${ground.table(ownedWorkTable)} as work
  left join ${ground.table(ownedTimes)} as owned using (owned_no)
  where entered >= ${from} and entered < ${until}`;
