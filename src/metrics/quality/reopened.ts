import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const reopened = defineMetric({
  id: 'quality.reopened',
  code: 'QU4',
  version: 1,
  title: 'Reopened work',
  question: 'How much of what was called done was not?',
  unit: 'share',
  better: 'lower',
  signal: 3,
  formula: 'Share of items done in the window that went from a done stage back into work at least once.',
  edges:
    'Moving from one done stage to another, or from done to cancelled, is no reopening. Work that is reopened and still open is not in the figure until it is done again.',
  others: 'Trackers count the transitions to a state called "reopened", where the workflow has one.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, reopened as times_reopened,
           times_reopened > 0 as was_reopened
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'share', of: 'was_reopened' },
});
