import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const flowTime = defineMetric({
  id: 'flow.flow-time',
  code: 'FL1',
  version: 1,
  title: 'Flow time',
  question: 'How long does work take from its start until it is done?',
  unit: 'day',
  better: 'lower',
  signal: 3,
  formula: 'Median over items done in the window of end − start, in calendar days, waiting included.',
  edges:
    'Start is the first entry into a queue, active or decision stage; time in stages of kind new does not count. A reopened item runs from its first start to its last end, and is counted beside it. So is an item whose first rows told no stage: it is taken to have been in its first known one since it was created (`assumed`). Cancelled items are left out. Items that went straight from new to done have no start and lower the coverage.',
  others:
    'Some tools start at entry into the value stream or at creation (lead time), some end at release; process mining libraries call the mean time between completions "cycle time".',
  caveat: 'Open work is not counted: a team that stops finishing looks better here; read it beside the age of work.',
  lacking: 'none of the items has a known start',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, started, ended,
           flow_elapsed / 86400 as days, flow_working / 3600 as working_hours,
           case when started is not null then assumed end as assumed,
           case when started is not null then reopened > 0 end as reopened
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'quantile', p: 0.5, of: 'days' },
  also: {
    p85: { kind: 'quantile', p: 0.85, of: 'days' },
    p95: { kind: 'quantile', p: 0.95, of: 'days' },
    mean: { kind: 'mean', of: 'days' },
    workingP50: { kind: 'quantile', p: 0.5, of: 'working_hours', unit: 'hour' },
    assumed: { kind: 'sum', of: 'assumed', unit: 'count' },
    reopened: { kind: 'sum', of: 'reopened', unit: 'count' },
  },
});
