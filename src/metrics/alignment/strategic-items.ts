import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { isMapped, isStrategic, withWeights } from '../strategic.ts';

export const strategicItems = defineMetric({
  id: 'alignment.strategic-items',
  code: 'AL1d',
  version: 1,
  title: 'Items on strategic capabilities',
  question: 'How much of what gets done is for what the strategy depends on, by number of items?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of items done in the window whose capability was strategic on that day: some goal with a weight in the planning period depends on it at the workspace’s cut or above.',
  edges:
    'Items without a capability, or with one that no record knows, are not strategic and stay in the denominator; the share of those that have one, and the figure among them, stand beside it, and so does the share of those that no goal with a weight depends on at all. Where no goal had a weight on the day, an item lowers the coverage. Of planning periods within each other the shortest that weighs any goal counts.',
  others:
    'The same question has other answers by money (budget tools), by effort (engineering analytics) and by items (flow distribution); the basis is in the title.',
  lacking: 'no goal had a weight on the days on which they were done',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  fedBy: 'records-and-logs',
  rows: ({ from, until }) => sql`
    select *, case when mapped then strategic end as strategic_of_mapped
    from (
      select source, item, team, capability_key as capability, item_type, ended,
             ${isMapped} as mapped, ${isStrategic} as strategic,
             case when stretch.from_at is not null then not coalesce(weight.needed, false) end as without_goal
      from item_case ${withWeights(sql`capability_key`, sql`ended`)}
      where status = 'done' and ended >= ${from} and ended < ${until}
    )`,
  summary: { kind: 'share', of: 'strategic' },
  also: {
    ofMapped: { kind: 'share', of: 'strategic_of_mapped' },
    mapped: { kind: 'share', of: 'mapped' },
    withoutGoal: { kind: 'share', of: 'without_goal' },
  },
});
