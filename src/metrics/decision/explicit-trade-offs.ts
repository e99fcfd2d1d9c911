import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const explicitTradeOffs = defineMetric({
  id: 'decision.explicit-trade-offs',
  code: 'DE9',
  version: 1,
  title: 'Explicit trade-offs',
  question: 'Do decisions about money and order say what is given up, what that costs, and why?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of decisions on record to prioritise or to fund, made in the window, that weigh two options or more, name what is deferred with what each month of it costs, and give a rationale.',
  edges:
    'What a type of decisions decides is told by the design in force when the matter was raised. The cost has to be stated of at least one of the things that are deferred, and may be nought. Blanks are no rationale. Decisions that a later one corrects are left out. The share that has each part stands beside it.',
  others: 'No outside definition is in common use; some tools ask for a rationale alone.',
  none: 'no decision to prioritise or to fund, made in the window, is on record',
  scopes: ['decision-type', 'team', 'capability'],
  at: 'decided',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select decision, decision_type, team, capability, decided, options, deferred, options >= 2 as weighs_options,
           deferred > 0 as names_deferred, tells_impact, gives_rationale,
           options >= 2 and tells_impact and gives_rationale as explicit
    from recorded_decision
    where decides in ('prioritise', 'fund') and decided >= ${from} and decided < ${until}`,
  summary: { kind: 'share', of: 'explicit' },
  also: {
    optionsWeighed: { kind: 'share', of: 'weighs_options' },
    deferredNamed: { kind: 'share', of: 'names_deferred' },
    impactTold: { kind: 'share', of: 'tells_impact' },
    rationaleGiven: { kind: 'share', of: 'gives_rationale' },
  },
});
