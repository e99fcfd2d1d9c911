import { sql } from '#engine/sql.ts';
import { endOf, lastValues } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const progress = defineMetric({
  id: 'outcome.progress',
  code: 'OU1-4',
  version: 1,
  title: 'Progress to target',
  question: 'How far has the business come on what our work was to change?',
  unit: 'share',
  better: 'higher',
  signal: 1,
  formula:
    'Median over outcomes of the part of the way from the baseline to the target that the last measurement by the end of the window has come: (value − baseline) ÷ (target − baseline). Revenue (OU1), cost (OU2), risk (OU3) and experience (OU4) are read apart when it is cut by effect; what was measured, in its own unit, stands in the rows.',
  edges:
    'Below 0 the outcome has moved the wrong way, above 1 it is beyond its target. An outcome lowers the coverage without a baseline, without a target other than it, or without a measurement after its baseline; one whose baseline comes later is left out. On course is what is, on the day it was measured, where the straight line from baseline to target is, or better.',
  others:
    'Money enabled or saved is often told as the change × a share that is claimed. Units are not added up here, and what the work did to an outcome is told by its effect, with an interval, not by how far the outcome has come.',
  caveat: 'It says how far an outcome has come, not by what: the work contributes, and so do others.',
  none: 'no outcome is on record',
  lacking: 'no outcome has a baseline, a target and a later measurement',
  scopes: ['effect'],
  fedBy: 'records',
  rows: (bounds) => sql`
    select *, (value - baseline) / nullif(target - baseline, 0) as progress,
           case when rises then value >= due when not rises then value <= due end as on_course,
           case when value is null then true end as unmeasured
    from (
      select * replace (case when measured > baseline_at then value end as value) from (${lastValues(bounds)})
      where baseline_at is null or baseline_at < ${endOf(bounds)}
    )`,
  summary: { kind: 'quantile', p: 0.5, of: 'progress' },
  also: {
    onCourse: { kind: 'share', of: 'on_course' },
    unmeasured: { kind: 'count', of: 'unmeasured' },
  },
});
