import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const unclearRight = defineMetric({
  id: 'decision.unclear-right',
  code: 'DE5',
  version: 3,
  changes: [
    'Where no design states a right there is no value; before, every decision counted as one whose right is unclear.',
    'Where a right hangs on what cannot be read, the decision lowers the coverage; before, such a right did not hold.',
  ],
  title: 'Unclear decision rights',
  question: 'For how many decisions is it not settled who decides?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Share of decisions raised in the window for which no decision right in force held, or for which the rights that held name different deciders. Beside it how many roles have to agree, each counted once over the rights that held.',
  edges:
    'Two rights with one decider are clear. A right whose condition needs a value that the item does not have does not hold. A decision of no known type has no right. Where a right hangs on an amount or a word that cannot be read, nobody knows which rights hold, and the decision lowers the coverage. Without a right nobody knows who has to agree, and it is in no count of these. Where no design that is ever in force states a right, nothing is designed that could be unclear, and there is no value; in a gap between designs that do, nobody had the right, and all is unclear.',
  lacking: 'no design states a decision right',
  others:
    'Role models such as one decider for each decision are audited on paper; here every decision that came up is held against the design.',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'raised',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, raised, rights, deciders,
           deciders <> 1 as unclear, agreeing
    from decision_case
    where raised >= ${from} and raised < ${until}`,
  summary: { kind: 'share', of: 'unclear' },
  also: {
    agreeingMean: { kind: 'mean', of: 'agreeing', unit: 'count' },
    agreeingMax: { kind: 'greatest', of: 'agreeing', unit: 'count' },
  },
});
