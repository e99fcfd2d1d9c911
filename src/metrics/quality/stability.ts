import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const stability = defineMetric({
  id: 'quality.stability',
  code: 'QU5',
  version: 1,
  title: 'Right the first time',
  question: 'How much work goes through without turning back?',
  unit: 'share',
  better: 'higher',
  signal: 3,
  formula: 'Share of items done in the window without rework, without reopening and without ping-pong.',
  edges:
    'An item with several of them counts once. Items without a team cannot have ping-pong. Loops by design are no rework.',
  others: 'Manufacturing calls it first-pass yield, and multiplies the yields of the stages.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, rework, reopened, ping_pong,
           not rework and reopened = 0 and not ping_pong as straight
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'share', of: 'straight' },
});
