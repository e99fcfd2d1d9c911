import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const leadTime = defineMetric({
  id: 'flow.lead-time',
  code: 'FL2',
  version: 1,
  title: 'Lead time from idea to delivery',
  question: 'How long does the business wait from asking for something until it has it?',
  unit: 'day',
  better: 'lower',
  signal: 1,
  formula:
    'Median over demands on record that were delivered in the window of the time from asking until delivery, in calendar days.',
  edges:
    'A demand is delivered when all that it became is: every item in it done, cancelled ones left out, and the day of its initiative’s actual end over. Accepted demands that became neither an initiative nor items lower the coverage of the window they were accepted in; those whose items no log has are not delivered. Its team is that of its initiative, else that of the item that was done last, which also says its capability and type.',
  others:
    'Most tools start at the ticket, when the idea has been asked for, shaped and accepted already; some end at the release to customers.',
  none: 'no demand on record was delivered in the window, and none accepted that became nothing',
  lacking: 'no accepted demand on record names what it became',
  scopes: ['team', 'capability', 'item-type'],
  at: 'counted_at',
  fedBy: 'records-and-logs',
  rows: ({ from, until }) => sql`
    with became as (
      select demand, count(*) filter (status is distinct from 'cancelled') as wanted,
             count(*) filter (status = 'done') as done, max(ended) filter (status = 'done') as last_done,
             arg_max(item_id, row(ended, source_key, item_key)) filter (status = 'done') as item_id
      from demand_item as one
      left join item_name on source_key = one.source and item_key = one.item
      left join (select item_id, status, ended from item_case) using (item_id)
      group by demand
    ),
    idea as (
      select demand.*, item_id, wanted is not null or initiative is not null as linked,
             case when coalesce(wanted = done, initiative is not null)
                       and (initiative is null or initiative_ended is not null)
                  then greatest(last_done, initiative_ended) end as delivered
      from demand left join became using (demand)
    )
    select demand, case when initiative is null then coalesce(last.team, '(none)') else initiative_team end as team,
           coalesce(last.capability_key, '(none)') as capability, coalesce(last.item_type, '(none)') as item_type,
           asked, accepted, delivered, coalesce(delivered, case when not linked then accepted end) as counted_at,
           (delivered - asked) / 86400000 as lead_days, case when delivered is not null then (accepted - asked) / 86400000 end as days_to_accepted
    from idea left join (select item_id, team, capability_key, item_type from item_case) as last using (item_id)
    where counted_at >= ${from} and counted_at < ${until}`,
  summary: { kind: 'quantile', p: 0.5, of: 'lead_days' },
  also: {
    p85: { kind: 'quantile', p: 0.85, of: 'lead_days' },
    p95: { kind: 'quantile', p: 0.95, of: 'lead_days' },
    mean: { kind: 'mean', of: 'lead_days' },
    toAccepted: { kind: 'quantile', p: 0.5, of: 'days_to_accepted' },
  },
});
