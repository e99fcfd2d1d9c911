import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const timeShares = defineMetric({
  id: 'flow.time-shares',
  code: 'FL16',
  version: 1,
  title: 'Where time goes',
  question: 'Is it a delivery problem or a decision problem?',
  unit: 'share',
  better: 'higher',
  signal: 3,
  formula:
    'Of all time from created to end of the items done in the window, the share in which somebody works on them; beside it the shares in queues, handed over, in decisions, blocked, and in stages of unknown kind. The six sum to 1.',
  edges:
    'From creation, not from the start: waiting in stages of kind new is queue. Time of unknown kind stays in, so that a half-mapped log shows it. The pause of a reopened item while it was done is in none. Items with no time at all are in n and in no sum.',
  others: 'Flow efficiency leaves out what comes before the start and what is unmapped, so it reads higher.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, created, ended,
           lead_active as active, lead_queue as queue, lead_handoff as handoff, lead_decision as decision,
           lead_blocked as blocked, lead_unmapped as unmapped,
           active + queue + handoff + decision + blocked + unmapped as total
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'ratio', top: 'active', bottom: 'total' },
  also: {
    queue: { kind: 'ratio', top: 'queue', bottom: 'total' },
    handoff: { kind: 'ratio', top: 'handoff', bottom: 'total' },
    decision: { kind: 'ratio', top: 'decision', bottom: 'total' },
    blocked: { kind: 'ratio', top: 'blocked', bottom: 'total' },
    unmapped: { kind: 'ratio', top: 'unmapped', bottom: 'total' },
  },
});
