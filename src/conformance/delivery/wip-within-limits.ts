import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { dayEnds, designedLimits, limitedStages } from '../designed/limits.ts';
import { localDayOf } from '../designed/local-day.ts';
import { itemScopes, sameScope, scopedItems, scopeJoin } from '../designed/scopes.ts';
import type { Ground, PreparedTable } from '../ground.ts';
import type { Span } from '../span.ts';

/** How many items came into (+) or left (−) a limited stage, by day of the window; what was before it, on its first day. */
const steps = (ground: Ground): Sql => sql`
  select limit_no, greatest(${localDayOf(ground, sql`moment`)}, (select min(day) from ${ground.table(dayEnds)})) as day,
         sum(step) as net
  from (
    select limit_no, unnest([entered, "left"]) as moment, unnest([1, -1]) as step
    from (
      select designed.limit_no, visit.entered, visit."left"
      from visit
      ${scopeJoin(ground, sql`visit.item_id`)}
      join ${ground.table(limitedStages)} as designed on designed.stage_id = visit.stage_id and ${sameScope(ground)}
    )
  )
  where moment is not null group by all`;

/** Each limited stage at the end of each day of the window, from the first day of the evidence on. */
const stageDayTable: PreparedTable = {
  name: 'stage_day',
  as: (ground) => sql`
    select * from (
      select limit_no, stage, wip_limit, day_end, from_at, until_at,
             coalesce(sum(net) over (partition by limit_no order by day), 0)::int as wip
      from ${ground.table(designedLimits)}
      cross join ${ground.table(dayEnds)}
      left join (${steps(ground)}) as moved using (limit_no, day)
    )
    where day_end > from_at and day_end <= until_at and day_end > (select min(entered) from visit)`,
};

const stageDays = (ground: Ground, { from, until }: Span): Sql =>
  sql`select * from ${ground.table(stageDayTable)} where day_end > ${from} and day_end <= ${until}`;

export const wipWithinLimits = defineRule({
  id: 'delivery.wip-within-limits',
  dimension: 'delivery',
  title: 'Work in progress stays within its limits',
  says: 'No more items are in a stage at once than its limit allows.',
  test: 'Days on which a stage with a limit held no more items than that at the end of the day (local midnight) ÷ all days of such stages, from the first day of the evidence to the last whole one. Every day is counted, so there is no interval. By how much a limit was exceeded, on days when it was, stands beside it.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.95,
    worstTolerable: 0.8,
    twiceAsBad: 0.5,
    why: 'A limit that is passed on one day in twenty still makes people stop and finish; on one in five it is a wish. No outside norm exists.',
  },
  needs: {
    record: 'stage with a limit on work in progress (wipLimit)',
    stated: ({ workflows }) => workflows.some(({ stages }) => stages.some(({ wipLimit }) => wipLimit !== undefined)),
  },
  designed: [itemScopes, designedLimits, limitedStages, dayEnds],
  prepared: [scopedItems, stageDayTable],
  measure: { kind: 'complete-share' },
  underPressure: { never: 'it is itself a measure of how much work is under way' },
  rows: (ground, span) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           printf('stage %s', stage) as object, day_end - 1 as counted_at, wip <= wip_limit as kept, 1 as amount, wip, wip_limit
    from (${stageDays(ground, span)})`,
  because: () => sql`printf('%d items at the end of the day, the limit is %d', broken.wip, broken.wip_limit)`,
  details: async (ground, span) => {
    const rows = await ground.engine.all<{
      stage: string;
      limit: number;
      days: number;
      over: number;
      excess: number | null;
    }>(sql`
      select stage, wip_limit as "limit", count(*)::int as days, count(*) filter (where wip > wip_limit)::int as over,
             avg(wip - wip_limit) filter (where wip > wip_limit) as excess
      from (${stageDays(ground, span)}) group by stage, wip_limit order by over desc, stage`);
    const over = rows.reduce((sum, row) => sum + row.over, 0);
    const days = rows.reduce((sum, row) => sum + row.days, 0);
    const excess = rows.reduce((sum, row) => sum + row.over * (row.excess ?? 0), 0);
    return {
      overShare: days === 0 ? null : over / days,
      meanExcess: over === 0 ? null : excess / over,
      stages: {
        columns: ['stage', 'limit', 'days', 'days over', 'mean excess, items'],
        rows: rows.slice(0, 20).map((row) => [row.stage, row.limit, row.days, row.over, row.excess]),
      },
    };
  },
});
