import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { lastRatings } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const costPerLevel = defineMetric({
  id: 'efficiency.cost-per-level',
  code: 'EF1',
  version: 1,
  title: 'Cost per level of maturity',
  question: 'What do we pay for getting better at something by one level?',
  unit: 'money',
  better: 'lower',
  signal: 3,
  formula:
    'Money spent in the window on capabilities whose level is known at its beginning and at its end ÷ the levels that they gained in between. Money goes from investments by way of initiatives to capabilities in the shares that chain links pass on. Beside it: the share of all spend that this is (judged), the share of that which went to capabilities that gained nothing, and how many fell.',
  edges:
    'What a capability lost is no gain and takes nothing from what others gained, and the money that went to it counts. Where none gained there is no value, since no money buys what did not come. A capability that was never assessed has the levels of the nearest one above it: their money is put together, and the gain counts once. Levels of two scales are never mixed: unless cut by scale the one counts on which most of the capabilities that money went to have a level, the first by name of several. Without a level on it at either end that is less than a year old, or with money that has no rate, a capability lowers the coverage, as does what no link passes on to one.',
  others:
    'Cost models divide what a service costs by what it delivers, such as the price of a seat; that says what running it costs and not what it took to get better.',
  caveat: 'An assessment is a judgement, so the figure is never graded above D.',
  none: 'no spend is on record in the window',
  lacking: 'no capability that money went to has a level at the beginning and at the end of the window',
  undivided: 'no capability that money went to gained a level in the window: there is no gain to divide by',
  scopes: ['capability', 'scale'],
  fedBy: 'records',
  restsOn: 'judgement',
  rows: (bounds) => sql`
    with paid as (
      select capability, ${exactSum(sql`amount`)} / ${bounds.coins} as spent, bool_and(amount is not null) as priced
      from funded_part
      where basis = 'spend' and happened >= ${bounds.from} and happened < ${bounds.until}
      group by capability
    ),
    before as (${lastRatings({ ...bounds, until: bounds.from })}),
    since as (${lastRatings(bounds)}),
    shown as (
      select scale from since join paid using (capability)
      group by scale order by count(*) desc, scale ${bounds.cut.includes('scale') ? sql`` : sql`limit 1`}
    )
    select *, case when gain is not null then greatest(0, gain) end as gained, spent * (gain is not null)::int as judged,
           spent * (gain <= 0)::int as without_gain, (gain < 0)::int as fell
    from (
      select capability, scale, level_before, level, spent, level - level_before as gain
      from (
        select coalesce(since.rated_as, paid.capability) as capability, coalesce(since.scale, '(none)') as scale,
               before.known_level as level_before, since.known_level as level,
               case when bool_and(priced) then ${exactSum(sql`spent`)} end as spent
        from paid
        left join since on since.capability = paid.capability and since.scale in (select scale from shown)
        left join before on before.capability = paid.capability and before.scale = since.scale
        group by all
      )
    )`,
  summary: { kind: 'complete-ratio', top: 'spent', bottom: 'gained' },
  also: {
    judged: { kind: 'complete-ratio', top: 'judged', bottom: 'spent' },
    withoutGain: { kind: 'complete-ratio', top: 'without_gain', bottom: 'judged' },
    fell: { kind: 'total', of: 'fell', unit: 'count' },
  },
});
