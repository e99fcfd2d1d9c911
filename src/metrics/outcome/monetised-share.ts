import { sql } from '#engine/sql.ts';
import { lastCells } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const monetisedShare = defineMetric({
  id: 'outcome.monetised-share',
  code: 'BE3',
  version: 1,
  title: 'Benefits in money',
  question: 'How much of what our work is worth do we tell in money, and how much in what it changes?',
  unit: 'share',
  better: 'neither',
  signal: 2,
  formula:
    'Benefits that are stated in money ÷ all benefits on record by the end of the window, each counting as one. Beside it the share that has an approved plan, and the share of those in money that set cash free.',
  edges:
    'A benefit is in money where it has a currency, and in its own unit otherwise. Disbenefits count as benefits do; benefits that feed others do not, since those they feed are counted. One whose plan was approved, or that was first forecast, after the window is left out. Where nobody stated whether cash is set free, that share leaves the benefit out.',
  others:
    'Those who read business cases want one sum in money; bodies of project managers put money on a benefit only where it tells it best. So neither end of the scale is better here, and the own unit of a benefit is always kept.',
  none: 'no benefit is on record',
  scopes: ['effect'],
  fedBy: 'records',
  restsOn: 'declared-values',
  rows: (bounds) => sql`
    select benefit, effect, unit, in_money::int as monetised, (count(own_planned) > 0)::int as has_plan,
           case when in_money then cash_releasing::int end as cash, 1 as one
    from (${lastCells(bounds)})
    group by benefit, effect, unit, in_money, cash_releasing`,
  summary: { kind: 'complete-ratio', top: 'monetised', bottom: 'one' },
  also: {
    planned: { kind: 'complete-ratio', top: 'has_plan', bottom: 'one' },
    cashReleasing: { kind: 'complete-ratio', top: 'cash', bottom: 'one' },
  },
});
