import { sql } from '#engine/sql.ts';
import { lastRatings, lastWeights } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const strengthWhereItMatters = defineMetric({
  id: 'capability.strength-where-it-matters',
  code: 'CA3',
  version: 1,
  title: 'Strength where it matters',
  question: 'Are we good at what the strategy needs, or at something else?',
  unit: 'correlation',
  better: 'higher',
  signal: 2,
  formula:
    "Spearman's rank correlation, over the capabilities with none below them, of what each is worth to the goals (goal weight × importance, added up) and its level at the end of the window: 1 where the most needed is the most mature, −1 where it is the least. Beside it stand how many are needed more than the median and mastered less than the median, and how many the other way round.",
  edges:
    'Of fewer than eight capabilities no correlation is told, only the list. Levels are of one scale, as in maturity, and not stale; a capability without one lowers the coverage. What no goal needs is worth nothing, and counts. What is exactly at the median is on neither list.',
  others: 'No outside definition exists; portfolio tools show the same as a scatter of two judgements.',
  caveat: 'An assessment is a judgement, so the figure is never graded above D.',
  none: 'no goal weighs anything in a planning period at the end of the window, or no capability is on record',
  lacking: 'no capability has an assessment that is less than a year old',
  scopes: ['scale'],
  fedBy: 'records',
  restsOn: 'judgement',
  rows: (bounds) => sql`
    with rating as (${lastRatings(bounds)}),
    leaf as (select capability, weight from (${lastWeights(bounds)}) join capability_aim using (capability) where leaf),
    shown as (
      select scale from rating join leaf using (capability)
      group by scale order by count(known_level) desc, count(*) desc, scale limit 1
    ),
    known as (
      select leaf.capability, coalesce(rating.scale, '(none)') as scale, weight, rated_as, rated, known_level as level
      from leaf left join rating
        on rating.capability = leaf.capability
        and ${bounds.cut.includes('scale') ? sql`true` : sql`rating.scale = (select scale from shown)`}
    )
    select *, case when weight > median_weight and level < median_level then true end as weak_where_needed,
           case when weight < median_weight and level > median_level then true end as strong_where_not
    from (
      select *, median(weight) filter (where level is not null) over (partition by scale) as median_weight,
             median(level) over (partition by scale) as median_level
      from known
    )`,
  summary: { kind: 'spearman', of: 'weight', with: 'level', least: 8 },
  also: {
    weakWhereNeeded: { kind: 'count', of: 'weak_where_needed' },
    strongWhereNot: { kind: 'count', of: 'strong_where_not' },
  },
});
