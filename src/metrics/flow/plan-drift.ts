import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const planDrift = defineMetric({
  id: 'flow.plan-drift',
  code: 'EX4',
  version: 1,
  title: 'Plan drift',
  question: 'By how much do planned ends move while a period is under way?',
  unit: 'day',
  better: 'lower',
  signal: 3,
  formula:
    'Median over the initiatives planned in each planning period that ends in the window of the days by which their planned end moved, earlier or later, from the plan that the period began with to the one that it ended with. The share that moved later stands beside it.',
  edges:
    'A period begins with the last plan snapshot taken by its first day, or else with the first of all, and ends with the last one taken by the first day after it; with one snapshot only it tells nothing. Of periods that lie within each other the inner ones count. Initiatives that only one of the two plans has, or gives an end, lower the coverage and are counted as unmatched; those that were over by the later plan and are no longer in it are left out.',
  others:
    'Project reports hold the end of today against the first baseline only, which hides how often it was moved in between.',
  none: 'no planning period with two plan snapshots on record ends in the window',
  lacking: 'no initiative has a planned end in both plans',
  scopes: ['team'],
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select initiative, team, period, period_ended, first_plan, last_plan, end_before, end_after, moved_days,
           abs(moved_days) as drift_days, moved_days > 0 as later, case when moved_days is null then true end as unmatched
    from (
      select *, date_diff('day', end_before::date, end_after::date)::int as moved_days
      from plan_change
      where period_ended > ${from} and period_ended <= ${until}
    )`,
  summary: { kind: 'quantile', p: 0.5, of: 'drift_days' },
  also: {
    p85: { kind: 'quantile', p: 0.85, of: 'drift_days' },
    movedLater: { kind: 'share', of: 'later' },
    unmatched: { kind: 'count', of: 'unmatched' },
  },
});
