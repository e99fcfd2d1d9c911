import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const flowEfficiency = defineMetric({
  id: 'flow.flow-efficiency',
  code: 'FL3',
  version: 1,
  title: 'Flow efficiency',
  question: 'Of the time work takes, how much of it is somebody working on it?',
  unit: 'share',
  better: 'higher',
  signal: 3,
  formula:
    "Σ active ÷ Σ (active + waiting) over items done in the window, from start to end; waiting is queue, decision, hand-off and blocked time. The mean of the items' own ratios stands beside it.",
  edges:
    'Time in stages of unknown kind is in neither sum. The pause of a reopened item while it was done is in neither. Items with no time in either sum lower the coverage.',
  others: 'Some tools show only the mean of item ratios; some count only stages and no hand-overs, which flatters.',
  lacking: 'none of the items has time that is known to be work or waiting',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended,
           flow_active as active, nullif(total, 0) as total,
           flow_active / nullif(total, 0) as ratio,
           flow_active_working as working_active,
           nullif(flow_active_working + flow_waiting_working, 0) as working_total
    from (
      select *, flow_active + flow_queue + flow_handoff + flow_decision + flow_blocked as total
      from item_case
      where status = 'done' and ended >= ${from} and ended < ${until}
    )`,
  summary: { kind: 'ratio', top: 'active', bottom: 'total' },
  also: {
    meanOfRatios: { kind: 'mean', of: 'ratio', unit: 'share', least: 0, most: 1 },
    working: { kind: 'ratio', top: 'working_active', bottom: 'working_total' },
  },
});
