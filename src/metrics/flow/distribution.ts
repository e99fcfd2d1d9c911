import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const distribution = defineMetric({
  id: 'flow.distribution',
  code: 'FL6',
  version: 1,
  title: 'Flow distribution',
  question: 'What kinds of work does the capacity go to?',
  unit: 'share',
  better: 'neither',
  signal: 3,
  formula:
    'By item type: the share of each type among all items done in the window. Alone, or by anything else: the share of the most frequent type.',
  edges:
    'Items, not effort: a large feature and a small defect count the same. The type is the one at the end. Items without a type are a type of their own. A type of which nothing was done is not listed.',
  others:
    'Portfolio methods plan the shares of capacity (a budget beforehand); engineering intelligence tools measure effort. Both answer another question than the share of items finished.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'largest-share', of: 'item_type' },
});
