import { identifier, join, sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const consistency = defineMetric({
  id: 'flow.consistency',
  code: 'EX1',
  version: 1,
  title: 'Consistency across teams',
  question: 'Does the same kind of work take different time depending on the team?',
  unit: 'correlation',
  better: 'lower',
  signal: 3,
  formula:
    'For items of one type done in the window: the share of the variance of the logarithm of flow time that lies between teams rather than inside them (intra-class correlation, one-way random effects). 0: it does not matter which team; 1: nothing else matters.',
  edges:
    'The type is the most frequent one of the window (of two equally frequent ones the first by name), unless one is asked for. Flow times below a minute count as a minute. Only teams with at least 20 such items are compared, and at least three of them; items without a team are in none. A small negative value is chance and reads as no difference. The median and the 85th percentile of each team are those of flow time by team, of the same type.',
  others:
    'Most tools rank teams by their medians, which says nothing about whether the difference is more than chance.',
  caveat: 'Never a ranking of teams: items of one type may still differ in size.',
  lacking: 'no item has a team',
  none: 'no item was done in the window',
  scopes: ['capability', 'item-type'],
  beside: [{ metric: 'flow.flow-time', by: 'team' }],
  rows: ({ from, until, cut }) => {
    const group = join([sql`true`, ...cut.map(identifier)]);
    const oneType = cut.includes('item_type')
      ? sql`true`
      : sql`item_type = first_value(item_type) over (partition by ${group} order by of_type desc, item_type)`;
    return sql`
      with finished as (
        select source, item, team, team_id, capability_key as capability, item_type, flow_elapsed
        from item_case
        where status = 'done' and ended >= ${from} and ended < ${until} and started is not null
      ),
      counted as (select *, count(*) over (partition by ${group}, item_type) as of_type from finished)
      select source, item, team, capability, item_type, flow_elapsed / 86400 as days,
             ln(greatest(1, flow_elapsed / 60)) as log_minutes,
             case when team_id is not null then team end as compared_team
      from (select *, ${oneType} as compared from counted)
      where compared`;
  },
  summary: { kind: 'between', of: 'log_minutes', group: 'compared_team', least: 20 },
});
