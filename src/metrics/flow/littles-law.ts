import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const littlesLaw = defineMetric({
  id: 'flow.littles-law',
  code: 'FL11',
  version: 1,
  title: "Little's law",
  question: 'Does work leave as it came, or does it pile up, so that the other flow figures mislead?',
  unit: 'share',
  better: 'neither',
  signal: 3,
  formula:
    'Mean work in progress ÷ (throughput × mean flow time) − 1: the time that all items spent in progress inside the window ÷ the whole flow time of those done in it, − 1. Near 0 what comes in goes out; above, more work is under way than what is finished accounts for; below, old work is being cleared. Beside it the terms, and what the law presumes: arrivals and departures, work in progress at both ends of the window.',
  edges:
    'In progress is from first start to last end. Cancelled work and work that never ends is in progress and is no throughput, so it raises the figure. Items done without a start lower the coverage. Where the window reaches past the instant at which figures are read, it ends there.',
  others:
    "The original form takes the rate of arrivals; boards count days with the work at each day's end. Little's law is exact only where all that starts ends, and where there is as much work in progress, as old, at the end as at the beginning.",
  caveat:
    'Far from 0, a mean flow time says little about what new work will take. A short window is never near 0 where work takes longer than the window.',
  lacking: 'no item that was done has a start',
  none: 'no item was in progress in the window',
  scopes: ['team', 'capability', 'item-type'],
  rows: ({ from, until, asOf }) => sql`
    select source, item, team, capability_key as capability, item_type, started, ended,
           case when started is not null
                then (least(ended, ${until}, ${asOf}) - greatest(started, ${from})) / 86400000 end as days_in_progress,
           status = 'done' and ended >= ${from} and ended < ${until} as done_inside,
           case when started is null then null when done_inside then flow_elapsed / 86400 else 0 end as flow_days,
           case when done_inside then flow_days end as done_flow_days,
           days_in_progress * 86400000 / (least(${until}, ${asOf}) - ${from}) as share_of_window,
           case when done_inside and started is not null
                then 7 * 86400000 / (least(${until}, ${asOf}) - ${from}) else 0 end as done_a_week,
           case when started >= ${from} then true end as arrived,
           case when started is not null and ended < ${until} then true end as departed,
           case when started < ${from} then true end as there_before,
           case when started is not null and (ended is null or ended >= ${until}) then true end as left_over
    from item_case
    where ${from}::double < ${asOf}
      and case when started is null then status = 'done' and ended >= ${from} and ended < ${until}
               else started < ${until} and (ended is null or ended > ${from} or done_inside) end`,
  summary: { kind: 'excess', top: 'days_in_progress', bottom: 'flow_days' },
  also: {
    meanWip: { kind: 'sum', of: 'share_of_window', unit: 'item' },
    throughputPerWeek: { kind: 'sum', of: 'done_a_week', unit: 'item' },
    meanFlowTime: { kind: 'mean', of: 'done_flow_days', unit: 'day' },
    arrivals: { kind: 'count', of: 'arrived' },
    departures: { kind: 'count', of: 'departed' },
    wipBefore: { kind: 'count', of: 'there_before' },
    wipAfter: { kind: 'count', of: 'left_over' },
  },
});
