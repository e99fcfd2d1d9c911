import { sql } from '#engine/sql.ts';
import { lastRatings, lastWeights } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const strategicGap = defineMetric({
  id: 'capability.strategic-gap',
  code: 'CA2',
  version: 1,
  title: 'Strategic maturity gap',
  question: 'How far are the capabilities that the strategy stands on from what they have to be?',
  unit: 'level',
  better: 'lower',
  signal: 2,
  formula:
    'Over the capabilities that are strategic in the planning period at the end of the window: Σ weight × max(0, target − level) ÷ Σ weight, where the weight is goal weight × importance, added up over the goals. The greatest gap stands beside it, and how many are at their target or above it.',
  edges:
    'A capability without a target of its own has that of the nearest one above it, and so with levels. Level and target are compared on the scale of the target only, and unless cut by scale only on the scale that most strategic capabilities have their target on, the first by name of several; without a target on it, or without a level on it that is less than a year old, a capability lowers the coverage. A level above the target is no gap: it is counted beside it as above.',
  others:
    'Heat maps count the capabilities below their target, each as one, so that a small gap in a minor one weighs as much as a wide one in what all goals need.',
  caveat: 'An assessment is a judgement, so the figure is never graded above D.',
  none: 'no capability is strategic in a planning period at the end of the window: goals need weights and capabilities importance',
  lacking: 'no strategic capability has both a target and an assessment on its scale that is less than a year old',
  scopes: ['capability', 'scale'],
  fedBy: 'records',
  restsOn: 'judgement',
  rows: (bounds) => sql`
    with strategic as (
      select capability, weight, target, target_scale
      from (${lastWeights(bounds)}) join capability_aim using (capability)
      where strategic
    ),
    shown as (
      select target_scale as shown_scale from strategic where target_scale is not null
      group by target_scale order by count(*) desc, target_scale ${bounds.cut.includes('scale') ? sql`` : sql`limit 1`}
    )
    select *, weight * gap as weighted_gap
    from (
      select strategic.capability, coalesce(target_scale, '(none)') as scale, weight, target, rated_as, rated,
             known_level as level, case when known_level is not null then greatest(0, target - known_level) end as gap,
             known_level >= target as at_target, case when known_level > target then true end as above
      from strategic
      left join shown on shown_scale = target_scale
      left join (${lastRatings(bounds)}) as rating
        on rating.capability = strategic.capability and rating.scale = shown_scale
    )`,
  summary: { kind: 'complete-ratio', top: 'weighted_gap', bottom: 'weight' },
  also: {
    greatest: { kind: 'greatest', of: 'gap' },
    atTarget: { kind: 'share', of: 'at_target' },
    above: { kind: 'count', of: 'above' },
  },
});
