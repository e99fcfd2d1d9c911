import { sql } from '#engine/sql.ts';
import { endOf, lastValues } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const atTarget = defineMetric({
  id: 'outcome.at-target',
  code: 'OU5',
  version: 1,
  title: 'Outcomes at target',
  question: 'Of what our work was to change by now, how much has changed?',
  unit: 'share',
  better: 'higher',
  signal: 1,
  formula:
    'Share of the outcomes whose target day has come by the end of the window that were last measured at their target or better.',
  edges:
    'An outcome is due from the day of its target on. One without a measurement, or without the direction that is better, lowers the coverage; one without a target is never due. The measurement that counts is the last one by the end of the window, whether it is older than the target day or not.',
  none: 'no outcome has a target that is due by the end of the window',
  lacking: 'no outcome that is due was measured',
  scopes: ['effect'],
  fedBy: 'records',
  rows: (bounds) => sql`
    select outcome, effect, unit, baseline, target, target_at, measured, value,
           case when rises then value >= target when not rises then value <= target end as at_target
    from (${lastValues(bounds)})
    where target_at < ${endOf(bounds)}`,
  summary: { kind: 'share', of: 'at_target' },
});
