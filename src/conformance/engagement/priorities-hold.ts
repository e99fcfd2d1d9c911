import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { priorityHolds } from '../designed/holds.ts';
import type { PreparedTable } from '../ground.ts';
import { daysText } from '../lengths.ts';
import { pressed } from '../pressure/pressed-days.ts';

/**
 * Each priority that an item of the window was given until its end, with the instant at which it got another, and how long
 * it was to hold by the design in force then.
 *
 * Of several at one instant the last counts, and two names of one priority are one. Most items never change theirs, and
 * to put the rows of all items in order is most of the work, so it is done for the others only.
 */
const agreedPriorities: PreparedTable = {
  name: 'agreed_priority',
  as: (ground) => sql`
    with given as (
      select event.item_id, event.rowid as seq, instant, code
      from event
      join (
        select value_id, min(value_id) over (partition by source_id, key) as code from raw_value where role = 'priority'
      ) on value_id = event.priority
    ),
    by_item as (
      select item_id, min(instant) as instant, any_value(code) as code, min(code) < max(code) as moved
      from given group by item_id
    ),
    last_said as (
      select given.* from given semi join (select item_id from by_item where moved) using (item_id)
      qualify row_number() over (partition by item_id, instant order by seq desc) = 1
    ),
    turns as (
      select * from last_said qualify code is distinct from lag(code) over (partition by item_id order by seq)
    ),
    spans as (
      select fact.item_id, team_id, capability, ended, code, instant as agreed, null::double as changed
      from by_item join item_fact as fact on not moved and fact.item_id = by_item.item_id and (ended is null or instant <= ended)
      union all
      select fact.item_id, team_id, capability, ended, code, instant,
             lead(instant) over (partition by fact.item_id order by seq)
      from turns
      join item_fact as fact on fact.item_id = turns.item_id and (ended is null or instant <= ended)
    )
    select spans.*, hold
    from spans
    left join ${ground.table(priorityHolds)} as held on agreed >= from_at and agreed < until_at
    where agreed >= ${ground.span.from} and agreed < ${ground.span.until}`,
};

export const prioritiesHold = defineRule({
  id: 'engagement.priorities-hold',
  dimension: 'engagement',
  title: 'Priorities hold',
  says: 'A priority that was agreed stands for a stated time before it may be changed again.',
  test: 'Priorities agreed in the window that stood for as long as the design says, or until their item ended ÷ those, and those that were changed before. A priority is agreed when an item first has it; when it is changed, the new one is agreed. The hold is the one in force then, the shortest of several, in elapsed time. Priorities that stand but not yet for as long are left out and counted beside it, and those agreed while no hold was in force lower the coverage. Beside it too: how long a changed priority stood, and the flow time of items done in the window, each as a median.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.75,
    twiceAsBad: 0.5,
    why: 'One in ten gives way to an emergency; where one in four changes before its time, nobody plans by it. No outside norm exists.',
  },
  needs: { record: 'priority hold', stated: (design) => design.priorityHolds.length > 0 },
  lacking: 'no priority agreed in the window was under a hold that has run out or was broken',
  designed: [priorityHolds],
  prepared: [agreedPriorities],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the priority was agreed, and the team of the item' },
  rows: (ground, { from, until }) => sql`
    select item_id, team_id, capability, null::text as decision_type, null::text as object, agreed as counted_at,
           case when hold is not null then changed is null or changed - agreed >= hold end as kept, code, changed, agreed, hold,
           ${pressed(ground, sql`team_id`, sql`agreed`)} as pressed
    from ${ground.table(agreedPriorities)}
    where agreed >= ${from} and agreed < ${until}
      and (hold is null or changed is not null or ended is not null or agreed + hold <= ${ground.asOf})`,
  because: () => sql`
    printf('%s was changed after %s, it was to hold for %s',
           coalesce((select key from raw_value where value_id = broken.code), 'the priority'),
           ${daysText(sql`((broken.changed - broken.agreed) / 1000.0)`)}, ${daysText(sql`(broken.hold / 1000.0)`)})`,
  details: (ground, { from, until }) =>
    ground.engine.only<Record<string, number | null>>(sql`
      select count(*) filter (where hold is not null and changed is null and ended is null and agreed + hold > ${ground.asOf})::int
               as "standingNotYetSoLong",
             median(changed - agreed) / 86400000 as "changedAfterDaysP50",
             (select median(flow_elapsed) / 86400 from item_fact
              where status = 'done' and ended >= ${from} and ended < ${until}) as "flowTimeP50Days"
      from ${ground.table(agreedPriorities)} where agreed >= ${from} and agreed < ${until}`),
});
