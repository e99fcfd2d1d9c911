import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const traceability = defineMetric({
  id: 'alignment.traceability',
  code: 'AL4',
  version: 1,
  title: 'Traceability of spend',
  question: 'For how much of what we spend can we say what the business has of it?',
  unit: 'share',
  better: 'higher',
  signal: 1,
  formula:
    'Money spent in the window that chain links pass on from its investment by initiative, capability and outcome to a benefit for which values are planned, forecast or realised ÷ all money spent.',
  edges:
    'Beside it stands where the rest breaks off: no investment, no initiative, no capability, no outcome, no benefit, or no measure, each as a share of all; together with the figure they are the whole. Beside it too: the share of initiatives under way in the window that stand in a chain from money to a measured benefit, and of benefits that go back to money, whatever shares their links claim. Each amount goes by the links and the rate of its day; without a rate it lowers the coverage, in which initiatives and benefits have no part. Of the parts of a coin nothing is rounded here; the trace itself settles them.',
  others:
    'Portfolio tools count initiatives with a benefit named; that is beside the figure, since a tenth of them may take most of the money.',
  caveat: 'Money goes by shares that links claim, so the figure is never graded above C.',
  none: 'no spend is on record in the window',
  lacking: 'no spend in the window has a rate into the currency of the workspace',
  scopes: ['team'],
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: ({ from, until }) => sql`
    select 'spend' as kind, investment as thing, initiative, team, capability, happened, amount, amount * traced as traced_amount,
           amount * no_investment as no_investment, amount * no_initiative as no_initiative,
           amount * no_capability as no_capability, amount * no_outcome as no_outcome, amount * no_benefit as no_benefit,
           amount * no_measure as no_measure, null::boolean as is_whole, null::boolean as is_funded, true as is_spend
    from funded_part
    where basis = 'spend' and happened >= ${from} and happened < ${until}
    union all
    select kind, thing, null, team, null, began, null, null, null, null, null, null, null, null,
           case when kind = 'initiative' then ahead is null and behind is null end, case when kind = 'benefit' then behind is null end, false
    from chain_standing
    where (began is null or began < ${until}) and (ended is null or ended > ${from})`,
  summary: { kind: 'complete-ratio', top: 'traced_amount', bottom: 'amount', among: 'is_spend' },
  also: {
    noInvestment: { kind: 'complete-ratio', top: 'no_investment', bottom: 'amount', among: 'is_spend' },
    noInitiative: { kind: 'complete-ratio', top: 'no_initiative', bottom: 'amount', among: 'is_spend' },
    noCapability: { kind: 'complete-ratio', top: 'no_capability', bottom: 'amount', among: 'is_spend' },
    noOutcome: { kind: 'complete-ratio', top: 'no_outcome', bottom: 'amount', among: 'is_spend' },
    noBenefit: { kind: 'complete-ratio', top: 'no_benefit', bottom: 'amount', among: 'is_spend' },
    noMeasure: { kind: 'complete-ratio', top: 'no_measure', bottom: 'amount', among: 'is_spend' },
    ofInitiatives: { kind: 'share', of: 'is_whole' },
    ofBenefits: { kind: 'share', of: 'is_funded' },
  },
});
