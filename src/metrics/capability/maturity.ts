import { sql } from '#engine/sql.ts';
import { lastRatings, lastWeights } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const maturity = defineMetric({
  id: 'capability.maturity',
  code: 'CA1',
  version: 1,
  title: 'Maturity',
  question: 'How well do we master what we must be able to do?',
  unit: 'level',
  better: 'higher',
  signal: 2,
  formula:
    'Mean level, 0 to 5, of the capabilities with none below them, as they were last assessed by the end of the window. The least level stands beside it, and the mean in which each capability counts as much as the goals need it (goal weight × importance).',
  edges:
    'Levels of two scales are never mixed: unless cut by scale, the one on which most capabilities have a level counts, the first by name of several, and capabilities without a level on it lower the coverage. A capability that was never assessed has the level of the nearest one above it. From a year after its day on an assessment is stale: it lowers the coverage and is counted beside it.',
  others:
    'ISO/IEC 33020 rates process capability from 0, CMMI begins at 1, COBIT 2019 calls its 0 to 5 capability levels and keeps maturity for focus areas; portfolio tools show a level and a target without the scale. Levels of these are not the same, so the scale stays beside each.',
  caveat: 'An assessment is a judgement, so the figure is never graded above D.',
  none: 'no capability is on record',
  lacking: 'no capability has an assessment that is less than a year old',
  scopes: ['capability', 'scale'],
  fedBy: 'records',
  restsOn: 'judgement',
  rows: (bounds) => sql`
    with rating as (${lastRatings(bounds)}),
    leaf as (select * from capability_aim where leaf),
    shown as (
      select scale from rating join leaf using (capability)
      group by scale order by count(known_level) desc, count(*) desc, scale limit 1
    )
    select leaf.capability, kind, coalesce(rating.scale, '(none)') as scale, rated_as, rated, known_level as level,
           1 as counts, weight, weight * known_level as weighted_level, case when stale then true end as stale,
           case when rated is null then true end as unrated
    from leaf
    left join rating
      on rating.capability = leaf.capability
      and ${bounds.cut.includes('scale') ? sql`true` : sql`rating.scale = (select scale from shown)`}
    left join (${lastWeights(bounds)}) as worth on worth.capability = leaf.capability`,
  summary: { kind: 'complete-ratio', top: 'level', bottom: 'counts' },
  also: {
    weighted: { kind: 'complete-ratio', top: 'weighted_level', bottom: 'weight', unit: 'level' },
    least: { kind: 'least', of: 'level' },
    stale: { kind: 'count', of: 'stale' },
    unrated: { kind: 'count', of: 'unrated' },
  },
});
