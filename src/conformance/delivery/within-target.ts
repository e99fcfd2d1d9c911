import { exactSum } from '#engine/exact-sum.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { itemScopes, sameScope, scopedItems, scopeJoin } from '../designed/scopes.ts';
import { designedTargets } from '../designed/targets.ts';
import type { Ground, PreparedTable } from '../ground.ts';
import { clockedText } from '../lengths.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

/** When an item began: its start, or for one that went straight to its end its creation. */
const begun = sql`coalesce(fact.started, fact.created)`;

/** Every item with every target that holds for it, by the design in force when the item began. */
const targeted = (ground: Ground): Sql => sql`
  select fact.item_id, fact.team_id, fact.capability, fact.status, fact.started, fact.ended, fact.flow_elapsed,
         fact.flow_working, designed.*
  from item_fact as fact
  ${scopeJoin(ground, sql`fact.item_id`, begun)}
  join ${ground.table(designedTargets)} as designed
    on designed.last_stage = fact.stage_id and ${sameScope(ground)}
    and (designed.type is null or designed.type = fact.type)
    and (designed.priority is null or designed.priority = fact.priority)
    and ${begun} >= designed.from_at and ${begun} < designed.until_at
  where fact.status <> 'cancelled'`;

/** From the start to the end of items that are done nothing has to be looked up. */
const isWhole = sql`(begins is null and ends is null and status = 'done' and started is not null)`;

/**
 * Every case of the window: what is known of whole cases as it is, and for all others what the visits tell: when the target
 * began to run, when it was met, and (only where the working clock counts) how much time was worked between.
 */
const targetCases: PreparedTable = {
  name: 'target_case',
  as: (ground) => sql`
    with targeted as materialized (${targeted(ground)}),
    running as materialized (
      select targeted.item_id, target_no, min(case when begins is null then started else visit.entered end) as began
      from (select * from targeted where not ${isWhole}) as targeted
      join visit on visit.item_id = targeted.item_id and (begins is null or visit.stage_id = begins)
      group by all
      having began >= ${ground.span.from} and began < ${ground.span.until}
    ),
    finished as materialized (
      select running.item_id, target_no, min(visit.entered) as met
      from running
      join (select * from targeted where ends is not null) as targeted using (item_id, target_no)
      join visit on visit.item_id = running.item_id and visit.stage_id = ends and visit.entered >= began
      group by all
    ),
    timed as materialized (
      select targeted.*, began, case when ends is null then ended else met end as met
      from running
      join targeted using (item_id, target_no)
      left join finished using (item_id, target_no)
      where status = 'open' or (ends is not null and met is not null) or (ends is null and ended >= began)
    ),
    worked as (
      select item_id, target_no, sum(visit.working) as working
      from (select * from timed where clock = 'working') as timed
      join visit using (item_id)
      where visit.entered >= began and (met is null or visit.entered < met)
      group by all
    )
    select item_id, team_id, capability, target, within_seconds, share, clock, started as began, true as over,
           case when clock = 'working' then flow_working else flow_elapsed end as counted
    from targeted
    where ${isWhole} and started >= ${ground.span.from} and started < ${ground.span.until}
    union all
    select item_id, team_id, capability, target, within_seconds, share, clock, began, met is not null as over,
           case when clock = 'working' then coalesce(working, 0) else (coalesce(met, ${ground.asOf}) - began) / 1000 end as counted
    from timed left join worked using (item_id, target_no)`,
};

const timed = (ground: Ground, { from, until }: Span): Sql =>
  sql`select * from ${ground.table(targetCases)} where began >= ${from} and began < ${until}`;

export const withinTarget = defineRule({
  id: 'delivery.within-target',
  dimension: 'delivery',
  title: 'Work is done within its target time',
  says: 'A workflow promises a time between two of its points, for a stated share of the cases.',
  test: 'Cases within a target of their workflow ÷ cases whose target began to run in the window and that met its end, or are open for longer than the target. A case is an item and a target that holds for its type and priority, by the design in force when the item began. A target runs from the first entry into its first stage (or the start) to the first entry after it into its last (or the end of the item), on its clock. Open cases whose time is not up are left out and counted beside it, as are cancelled items.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.8,
    twiceAsBad: 0.6,
    why: 'From the share that the targets themselves state, weighted by cases: as designed at that share, worst tolerable at twice the misses it allows, and twice as bad at four times. These are the values for nine in ten.',
  },
  needs: {
    record: 'workflow with targets',
    stated: ({ workflows }) => workflows.some(({ targets }) => targets.length > 0),
  },
  designed: [itemScopes, designedTargets],
  prepared: [scopedItems, targetCases],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the target began to run, and the team of the item' },
  rows: (ground, span) => sql`
    select item_id, team_id, capability, null::text as decision_type, target as object, began as counted_at,
           over and counted <= within_seconds as kept, over, counted, within_seconds, clock, share,
           ${pressed(ground, sql`team_id`, sql`began`)} as pressed
    from (${timed(ground, span)})
    where over or counted > within_seconds`,
  because: () => sql`
    printf('%s after %s, %s were allowed (%s time)', case when broken.over then 'done' else 'still open' end,
           ${clockedText(sql`broken.counted`, sql`broken.clock`)}, ${clockedText(sql`broken.within_seconds`, sql`broken.clock`)}, broken.clock)`,
  stated: async (ground, span) => {
    const { share } = await ground.engine.only<{ share: number | null }>(sql`
      select ${exactSum(sql`share`)} / nullif(count(*), 0) as share from (${timed(ground, span)}) where over or counted > within_seconds`);
    return share === null ? null : below(share);
  },
  details: async (ground, span) => {
    const rows = await ground.engine.all<{ target: string; n: number; kept: number; open: number; share: number }>(sql`
      select target, count(*) filter (where over or counted > within_seconds)::int as n,
             count(*) filter (where over and counted <= within_seconds)::int as kept,
             count(*) filter (where not over and counted <= within_seconds)::int as open, ${exactSum(sql`share`)} / count(*) as share
      from (${timed(ground, span)}) group by target order by target limit 50`);
    return {
      openNotYetDue: rows.reduce((sum, { open }) => sum + open, 0),
      targets: {
        columns: ['target', 'cases', 'within', 'stated share', 'open, not yet due'],
        rows: rows.map(({ target, n, kept, share, open }) => [target, n, n === 0 ? null : kept / n, share, open]),
      },
    };
  },
});

/**
 * Thresholds that follow from the share that was promised: twice the misses it allows, and four times as many.
 *
 * A promise for all cases is taken to bear one miss in a hundred; a promise for few cases cannot be missed by more than
 * there are, so its thresholds lie at two thirds and one third of it.
 */
const below = (share: number) => {
  const misses = Math.max(0.01, 1 - share);
  return {
    asDesigned: share,
    worstTolerable: share - Math.min(misses, share / 3),
    twiceAsBad: share - Math.min(3 * misses, (2 * share) / 3),
  };
};
