import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import type { Ground } from '../ground.ts';
import { daysText } from '../lengths.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

/** Items done in a span, and open ones whose promised time passed in it. */
const due = ({ asOf }: Ground, { from, until }: Span): Sql => sql`
  select item_id, team_id, capability, status, coalesce(started, created) as began, ended, promised, promised_first,
         coalesce(ended, ${asOf}) - promised as slip
  from item_fact
  where (status = 'done' and ended >= ${from} and ended < ${until})
     or (status = 'open' and promised >= ${from} and promised < ${until} and promised < ${asOf})`;

export const commitmentsKept = defineRule({
  id: 'delivery.commitments-kept',
  dimension: 'delivery',
  title: 'Commitments are kept',
  says: 'Work is done by the time that was promised before it began.',
  test: 'Items done by the promise that counts ÷ items with a promise that were done in the window, or are open although their promised time passed in it. The promise that counts is the last one made before the start. Items done without a promise lower the coverage. Beside it: kept by the first promise, and the slip in days.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.85,
    worstTolerable: 0.65,
    twiceAsBad: 0.4,
    why: '85% is the chance that forecasts are commonly given at; when one promise in three is broken, dates are no longer planned by.',
  },
  lacking: 'no item done in the window has a promised date',
  designed: [],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the item started (was created, if it never did), and its team' },
  rows: (ground, span) => sql`
    select item_id, team_id, capability, null::text as decision_type, null::text as object,
           coalesce(ended, promised) as counted_at,
           case when promised is not null then ended is not null and ended <= promised end as kept, status, slip,
           ${pressed(ground, sql`team_id`, sql`began`)} as pressed
    from (${due(ground, span)})`,
  because: () => sql`
    printf('%s %s after the promised time', case when broken.status = 'done' then 'done' else 'still open' end,
           ${daysText(sql`(broken.slip / 1000.0)`)})`,
  details: (ground, span) =>
    ground.engine.only<Record<string, number | null>>(sql`
      select avg((ended is not null and ended <= promised_first)::int) as "keptByFirstPromise",
             quantile_cont(slip, 0.5) / 86400000 as "slipP50Days", quantile_cont(slip, 0.85) / 86400000 as "slipP85Days",
             count(*) filter (where status = 'open')::int as "openOverdue"
      from (${due(ground, span)}) where promised is not null`),
});
