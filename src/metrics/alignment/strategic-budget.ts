import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { isStrategic, withWeights } from '../strategic.ts';

export const strategicBudget = defineMetric({
  id: 'alignment.strategic-budget',
  code: 'AL1b',
  version: 1,
  title: 'Budget for strategic capabilities',
  question: 'How much of the money that is granted is for what the strategy depends on?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Budgets of planning periods that lie in the window for capabilities that were strategic on the first day of the period ÷ all budgets. Money goes from investments by way of initiatives to capabilities in the shares that chain links pass on.',
  edges:
    'A budget counts when all of its period lies in the window. Where an investment has budgets for a period and for parts of it, the longest that fits counts. What no link passes on to a capability is unmapped: it is not strategic and stays in the denominator; the share that is mapped, and the figure among it, stand beside it. Amounts go by the links and the rate of the first day; without a rate a budget lowers the coverage, as it does where no goal had a weight on that day.',
  others:
    'The same question has other answers by money (budget tools), by effort (engineering analytics) and by items (flow distribution); the basis is in the title.',
  caveat: 'Money goes by shares that links claim, so the figure is never graded above C.',
  none: 'no budget of a planning period that lies in the window is on record',
  lacking: 'no budget has a rate into the currency of the workspace and begins on a day on which a goal has a weight',
  scopes: ['team', 'capability'],
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: ({ from, until }) => sql`
    with budget as (
      select * from funded_part where basis = 'budget' and happened >= ${from} and until_at <= ${until}
    )
    select *, amount * strategic::int as strategic_amount, amount * mapped::int as mapped_amount,
           case when strategic is not null then amount end as judged_amount
    from (
      select investment, class, initiative, team, budget.capability, budget.period, happened, budget.until_at, amount,
             budget.capability <> '(none)' as mapped, ${isStrategic} as strategic
      from budget ${withWeights(sql`budget.capability`, sql`happened`)}
      where not exists (
        from budget as longer
        where longer.investment = budget.investment and longer.happened <= budget.happened
          and longer.until_at >= budget.until_at and longer.until_at - longer.happened > budget.until_at - budget.happened
      )
    )`,
  summary: { kind: 'complete-ratio', top: 'strategic_amount', bottom: 'judged_amount' },
  also: {
    ofMapped: { kind: 'complete-ratio', top: 'strategic_amount', bottom: 'mapped_amount' },
    mapped: { kind: 'complete-ratio', top: 'mapped_amount', bottom: 'amount' },
  },
});
