import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const distance = defineMetric({
  id: 'decision.distance',
  code: 'DE10',
  version: 1,
  title: 'Distance of decisions',
  question: 'How far above the team that has to act are decisions made?',
  unit: 'level',
  better: 'lower',
  signal: 2,
  formula:
    'Median over decisions made in the window of the level that decided − the level of the team that acts, in steps of the ladder.',
  edges:
    'The team that acts is the one that has the item at its end; a team without a level in the design is on the lowest one. Decisions of unknown level, or of items without a team, lower the coverage. Below zero means that a lower level decided for a higher one.',
  others: 'No outside definition is in common use.',
  lacking: 'no decision has both its level and that of the acting team known',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'decided',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, decided, level_decided,
           rank_decided, acting_rank, rank_decided - acting_rank as steps
    from decision_case
    where decided >= ${from} and decided < ${until}`,
  summary: { kind: 'quantile', p: 0.5, of: 'steps' },
});
