import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const atIntendedLevel = defineMetric({
  id: 'decision.at-intended-level',
  code: 'DE3',
  version: 1,
  title: 'Decided at the intended level',
  question: 'Are decisions made at the level they were meant for?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of decisions made in the window whose deciding level is the one that the decision right in force when they were raised names. Decided above it and below it stand beside it; the three sum to 1.',
  edges:
    'Decisions whose level, or whose intended level, is unknown lower the coverage. Of several rights that hold, the first in the design counts.',
  others: 'No product is known to measure it.',
  lacking: 'no decision has both its deciding and its intended level known',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'decided',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, decided, "right",
           level_decided, level_intended,
           rank_decided = rank_intended as at_level,
           rank_decided > rank_intended as above,
           rank_decided < rank_intended as below
    from decision_case
    where decided >= ${from} and decided < ${until}`,
  summary: { kind: 'share', of: 'at_level' },
  also: {
    over: { kind: 'share', of: 'above' },
    under: { kind: 'share', of: 'below' },
  },
});
