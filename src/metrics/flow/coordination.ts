import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const coordination = defineMetric({
  id: 'flow.coordination',
  code: 'FL14',
  version: 1,
  title: 'Coordination',
  question: 'How much talking, passing on and asking does one piece of work need?',
  unit: 'count',
  better: 'lower',
  signal: 4,
  formula:
    'Mean per item done in the window of its comments, changes of person, changes of team and approvals asked, added up.',
  edges:
    'A row that changes both person and team counts twice. Only what the log records is seen: a log without comments reads as less coordination, not as none.',
  others: 'No outside definition is in common use; tools show comments or reassignments one by one.',
  caveat: 'Compare only logs that record the same things.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended,
           comments, person_handoffs, handoffs, approvals_asked,
           comments + person_handoffs + handoffs + approvals_asked as contacts
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'mean', of: 'contacts' },
});
