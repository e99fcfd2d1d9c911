import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { endOf, lastValues } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const costPerOutcome = defineMetric({
  id: 'efficiency.cost-per-outcome',
  code: 'EF2',
  version: 1,
  title: 'Cost per outcome',
  question: 'What do we pay for a change in the business that comes all the way?',
  unit: 'money',
  better: 'lower',
  signal: 3,
  formula:
    'All money that came to outcomes by the end of the window ÷ the parts of the way from baseline to target that they have come by then, so that one outcome at its target counts as one. Money goes from investments by way of initiatives and capabilities to outcomes in the shares that chain links pass on. What a single unit of each outcome that came closer to its target cost stands in its row.',
  edges:
    'An outcome that moved the wrong way has come no part of it, and its money counts; one beyond its target has come more than all of it. Where none has come any part there is no value. Money of any time up to the end of the window counts, since it is spent before it changes anything. An outcome lowers the coverage without a baseline, without a target other than it, without a measurement after its baseline, where no money comes to it by any link, or where some of it has no rate; one whose baseline comes later is left out.',
  others:
    'Cost per unit is told where all that is bought is of one kind. Outcomes are in units of their own, which are never added up.',
  caveat:
    'It says what was paid for a change that others may have brought about as well, by shares that links claim, so the figure is never graded above C.',
  none: 'no outcome is on record',
  lacking: 'no outcome that money comes to has a baseline, a target and a later measurement',
  undivided: 'no outcome that money came to has come any part of the way to its target',
  scopes: ['effect'],
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: (bounds) => sql`
    select *, (value - baseline) / nullif(target - baseline, 0) as way, case when way is not null then greatest(0, way) end as come,
           case when way > 0 then spent / abs(value - baseline) end as cost_of_unit
    from (
      select outcome, effect, unit, baseline, target, measured, spent,
             case when measured > baseline_at then value end as value
      from (${lastValues(bounds)})
      left join (
        select outcome, case when bool_and(amount is not null) then ${exactSum(sql`amount * share`)} / ${bounds.coins} end as spent
        from funded_part join capability_outcome
          on capability_outcome.capability = funded_part.capability
          and (holds_from is null or holds_from <= happened) and (holds_until is null or holds_until > happened)
        where basis = 'spend' and happened < ${endOf(bounds)}
        group by outcome
      ) using (outcome)
      where baseline_at is null or baseline_at < ${endOf(bounds)}
    )`,
  summary: { kind: 'ratio', top: 'spent', bottom: 'come', per: 1 },
});
