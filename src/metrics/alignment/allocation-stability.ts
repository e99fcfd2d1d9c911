import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const allocationStability = defineMetric({
  id: 'alignment.allocation-stability',
  code: 'AL6',
  version: 1,
  title: 'Stability of allocation',
  question: 'Does money go where it went before, or where the strategy says?',
  unit: 'share',
  better: 'neither',
  signal: 2,
  formula:
    'The part of the spend of each planning period that ends in the window that is where that of the period before was, capability by capability: 1 less half the sum of the absolute differences of the shares (the total variation distance). Beside it the same with the shares of importance, and with the shares of the period a year earlier.',
  edges:
    'Unmapped spend is one area, without importance. Of periods that lie within each other the inner ones count; the period before is the one of the same kind that ends as this one begins. Periods without spend, or after one without, tell nothing. Importance is what goals weigh on the first day of the period. Money near that of last year and far from the weights is allocated by history. Amounts without a rate are left out.',
  others: 'The Herfindahl index of two years says how concentrated each is, not whether it is the same money.',
  caveat:
    'Stable is no virtue by itself: read it beside the distance to the weights. Money goes by shares that links claim, so the figure is never graded above C.',
  none: 'no planning period with spend, before which there was one with spend, ends in the window',
  scopes: ['capability'],
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: ({ from, until }) => sql`
    with spent as (
      select planning_pair.period, 'now' as era, capability, ${exactSum(sql`amount`)} as amount
      from planning_pair join funded_part on basis = 'spend' and happened >= began and happened < ended group by all
      union all
      select planning_pair.period, 'before', capability, ${exactSum(sql`amount`)}
      from planning_pair join funded_part on basis = 'spend' and happened >= before_began and happened < before_ended group by all
      union all
      select planning_pair.period, 'year', capability, ${exactSum(sql`amount`)}
      from planning_pair join funded_part on basis = 'spend' and happened >= year_began and happened < year_ended group by all
    ),
    part as (
      select period, era, capability, amount / ${exactSum(sql`amount`, sql`over (partition by period, era)`)} as share from spent where amount is not null
    ),
    due as (
      select planning_pair.period, capability, importance as share
      from planning_pair join capability_weight on began >= from_at and began < until_at
      where importance > 0
    ),
    area as (
      select distinct period, capability from part union select period, capability from due
    )
    select period, capability, ended, now_share, before_share, due_share, year_share,
           least(now_share, before_share) as same, least(now_share, due_share) as as_due, least(now_share, year_share) as as_year,
           case when due_share is not null then now_share end as compared_due,
           case when year_share is not null then now_share end as compared_year
    from (
      select area.period, area.capability, ended, coalesce(now.share, 0) as now_share,
             coalesce(before.share, 0) as before_share,
             case when area.period in (select period from due) then coalesce(due.share, 0) end as due_share,
             case when area.period in (select period from part where era = 'year') then coalesce(year.share, 0) end as year_share
      from area
      join planning_pair using (period)
      left join part as now on now.period = area.period and now.capability = area.capability and now.era = 'now'
      left join part as before on before.period = area.period and before.capability = area.capability and before.era = 'before'
      left join part as year on year.period = area.period and year.capability = area.capability and year.era = 'year'
      left join due on due.period = area.period and due.capability = area.capability
      where ended > ${from} and ended <= ${until} and area.period in (select period from part where era = 'now')
        and area.period in (select period from part where era = 'before')
    )`,
  summary: { kind: 'complete-ratio', top: 'same', bottom: 'now_share' },
  also: {
    toWeights: { kind: 'complete-ratio', top: 'as_due', bottom: 'compared_due' },
    toLastYear: { kind: 'complete-ratio', top: 'as_year', bottom: 'compared_year' },
  },
});
