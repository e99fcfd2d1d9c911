import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

/** What history said of each item as it started is a fact of the item: `known_limit` (src/facts/known-limits.ts), in seconds. */
export const forecastCalibration = defineMetric({
  id: 'flow.forecast-calibration',
  code: 'EX3',
  version: 2,
  changes: [
    'Items of one group that ended at one instant stand in the order of their flow times; before, it hung on the order in which rows came in which of them were among the last 200.',
  ],
  title: 'Forecast calibration',
  question: 'When we say "85% sure within so many days", does it hold in 85% of cases?',
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
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, started, ended, flow_elapsed / 86400 as days, known,
           case when known >= 20 then p50 end / 86400 as p50_days,
           case when known >= 20 then p85 end / 86400 as p85_days,
           case when known >= 20 then p95 end / 86400 as p95_days,
           days <= p50_days as within_p50, days <= p85_days as within_p85, days <= p95_days as within_p95
    from item_case
    left join known_limit using (item_id)
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'share', of: 'within_p85' },
  also: {
    p50: { kind: 'share', of: 'within_p50' },
    p95: { kind: 'share', of: 'within_p95' },
  },
});
