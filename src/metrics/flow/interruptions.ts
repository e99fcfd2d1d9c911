import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const interruptions = defineMetric({
  id: 'flow.interruptions',
  code: 'FL15',
  version: 1,
  title: 'Interruptions',
  question: 'How often is work put down and taken up again?',
  unit: 'count',
  better: 'lower',
  signal: 3,
  formula:
    'Mean per item done in the window of the times it was blocked while somebody worked on it, or left an active stage for a queue or a decision and came back to the same one.',
  edges:
    'A block during a queue, a decision or a hand-over interrupts nobody. Going on to another active stage is no interruption, nor is a hand-over.',
  others: 'No outside definition is in common use.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, interruptions
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'mean', of: 'interruptions' },
});
