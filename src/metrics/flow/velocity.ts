import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const velocity = defineMetric({
  id: 'flow.velocity',
  code: 'FL5',
  version: 1,
  title: 'Flow velocity',
  question: 'How many items are finished?',
  unit: 'item',
  better: 'neither',
  signal: 3,
  formula: 'The number of items done in the window; by period it is the number done in each period.',
  edges:
    'An item counts once, at its last end, with the type and team it has then: reopening moves it to the later period. Cancelled items are left out. Items that never started count too.',
  others: 'Agile teams call a sum of estimated points velocity; here it is items, which nobody has to estimate.',
  caveat: 'A count of output says nothing about the size or the worth of what was finished.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, true as done
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'count', of: 'done' },
});
