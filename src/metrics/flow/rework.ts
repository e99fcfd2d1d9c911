import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const rework = defineMetric({
  id: 'flow.rework',
  code: 'FL10',
  version: 1,
  title: 'Rework rate',
  question: 'How much of the work goes back to a stage it had already left?',
  unit: 'share',
  better: 'lower',
  signal: 3,
  formula: 'Share of items done in the window that entered a stage again after they had left it.',
  edges:
    'Stages that the workflow lists as loops may be entered again and are no rework. A hand-over inside a stage is no new entry. Reopening counts when it leads back to a stage that was left.',
  others:
    'Process mining libraries count a case in which any activity occurs more than once; on a log that repeats an activity without leaving the stage this says far more. That variant stands beside it as "raw".',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, rework, raw_rework
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'share', of: 'rework' },
  also: { raw: { kind: 'share', of: 'raw_rework' } },
});
