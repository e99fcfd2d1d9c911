import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const reworkLevel = defineMetric({
  id: 'quality.rework-level',
  code: 'QU3',
  version: 1,
  title: 'Rework level',
  question: 'How much of the working is working again?',
  unit: 'share',
  better: 'lower',
  signal: 3,
  formula:
    'Of all entries into active stages by items done in the window, the share that are second or later ones of the same item into the same stage. The share of items with any rework stands beside it.',
  edges:
    'n counts entries, not items. Stages that the workflow lists as loops are entered again by design: their entries count, never as repeats. A hand-over inside a stage is no new entry.',
  others: 'Development tools measure rework as lines of code that are changed again within some weeks.',
  caveat: 'Entries of one item are not independent, so the true interval is somewhat wider than shown.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended,
           active_visits, repeated_active_visits, rework
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'rate', hits: 'repeated_active_visits', trials: 'active_visits' },
  also: { items: { kind: 'share', of: 'rework' } },
});
