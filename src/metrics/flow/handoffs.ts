import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const handoffs = defineMetric({
  id: 'flow.handoffs',
  code: 'FL8',
  version: 2,
  changes: ['Items that no team ever had lower the coverage; before, they counted as items without a hand-off.'],
  title: 'Hand-offs',
  question: 'How often does work pass from one team to the next?',
  unit: 'count',
  better: 'lower',
  signal: 3,
  formula:
    'Mean per item done in the window of the changes of team from one row to the next; changes of person stand beside it, and the total of team hand-offs.',
  edges:
    'Rows without a team carry none and are passed over. Rows of one instant keep their order. An item of one team has no hand-offs and counts with zero. Items that no team ever had lower the coverage: nobody knows whether they were handed over; so it is with persons.',
  lacking: 'no team is known for any of the items',
  others:
    'Process mining libraries count pairs of persons that follow each other, the same person twice included unless told otherwise; ticket systems count reassignments, which also moves within one team.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, teams,
           case when teams > 0 then handoffs end as handoffs,
           case when people > 0 then person_handoffs end as person_handoffs
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'mean', of: 'handoffs' },
  also: {
    people: { kind: 'mean', of: 'person_handoffs' },
    total: { kind: 'sum', of: 'handoffs' },
  },
});
