import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { onlyIn } from '../only.ts';

/** History is that of a team and a type, so nothing else may narrow it. */
const groups = { team: sql`team`, item_type: sql`item_type` };
const finishedOf = { team: sql`finished.team`, item_type: sql`finished.item_type` };

/**
 * The limits that history set are computed once a finished item, for the 200 items up to it, by quantiles over a moving
 * frame; each item then looks up the last finished one before its start. Cost grows as n log n, not as n × 200: twenty
 * thousand items take a tenth of a second, a million some seconds. By period all of it is done anew for each period. Without
 * a start there is no history; what such a join finds for a null is anything.
 */
export const forecastCalibration = defineMetric({
  id: 'flow.forecast-calibration',
  code: 'EX3',
  version: 2,
  changes: [
    'Items of one group that ended at one instant stand in the order of their flow times; before, it hung on the order in which rows came in which of them were among the last 200.',
  ],
  title: 'Forecast calibration',
  question: 'When we say "85 % sure within so many days", does it hold in 85 % of cases?',
  unit: 'share',
  better: 'neither',
  signal: 3,
  formula:
    'Share of items done in the window that finished within the 85th percentile of the flow times known when they started: those of the last 200 items of the same team and type that were done before. The shares for the 50th and 95th percentile stand beside it.',
  edges:
    'Only what had ended before the start is known, so there is no hindsight. Items with fewer than 20 earlier ones lower the coverage, as do items without a start. Items without a team or a type form a group of their own.',
  others: 'Monte Carlo forecasts are often shown without ever being held against what then happened.',
  caveat:
    'Near 0.85 is good; much above means that history is too pessimistic a guide, below that work is slowing down.',
  lacking: 'no item has 20 earlier ones of its team and type',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until, only }) => sql`
    with earlier as (
      select team, item_type, ended, item_id, flow_elapsed
      from item_case
      where status = 'done' and started is not null and ended < ${until} ${onlyIn(only, groups)}
    ),
    history as (
      select team, item_type, ended, count(*) over recent as known,
             quantile_cont(flow_elapsed, [0.5, 0.85, 0.95]) over recent as limits
      from earlier
      window recent as (
        partition by team, item_type order by ended, flow_elapsed, item_id rows between 199 preceding and current row)
      qualify row_number() over (partition by team, item_type, ended order by flow_elapsed desc, item_id desc) = 1
    )
    select source, item, finished.team, capability_key as capability, finished.item_type, started, finished.ended,
           flow_elapsed / 86400 as days, known,
           case when known >= 20 then limits[1] end / 86400 as p50_days,
           case when known >= 20 then limits[2] end / 86400 as p85_days,
           case when known >= 20 then limits[3] end / 86400 as p95_days,
           days <= p50_days as within_p50, days <= p85_days as within_p85, days <= p95_days as within_p95
    from item_case as finished
    asof left join history
      on history.team = finished.team and history.item_type = finished.item_type and history.ended < coalesce(finished.started, '-infinity'::double)
    where status = 'done' and finished.ended >= ${from} and finished.ended < ${until} ${onlyIn(only, finishedOf)}`,
  summary: { kind: 'share', of: 'within_p85' },
  also: {
    p50: { kind: 'share', of: 'within_p50' },
    p95: { kind: 'share', of: 'within_p95' },
  },
});
