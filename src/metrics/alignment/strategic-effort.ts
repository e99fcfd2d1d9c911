import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { teamDays } from '#facts/team-days.ts';
import { defineMetric } from '../define.ts';
import { isStrategic, weighedStretches } from '../strategic.ts';

const isJudged = sql`filter (where stretch.from_at is not null)`;

export const strategicEffort = defineMetric({
  id: 'alignment.strategic-effort',
  code: 'AL1c',
  version: 1,
  title: 'Effort on strategic capabilities',
  question: 'How much of the time of our teams goes into what the strategy depends on?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Days that teams spent on items of capabilities that were strategic on the day ÷ all days that they spent. The day of a team is split equally over the items that it had in an active stage on it; days that end in the window count.',
  edges:
    'Every calendar day with active work is a day of the team, days off included, and every team counts as one, whatever its size. Items without a capability, or with one that no record knows, are not strategic and stay in the denominator; the share of the days with one, and the figure among them, stand beside it. Days on which no goal had a weight are left out; an item with no other days lowers the coverage. Work of no team is in no figure.',
  others:
    'The same question has other answers by money (budget tools), by effort (engineering analytics) and by items (flow distribution); the basis is in the title. Engineering analytics split the day of each person, which is not done here.',
  none: 'no team had an item in an active stage on a day of the window',
  lacking: 'no goal had a weight on the days of the window',
  scopes: ['team', 'capability', 'item-type'],
  fedBy: 'records-and-logs',
  // Days are added up item by item, as long as goals weigh the same, before anything is called by its name.
  rows: ({ from, asOf, days }) => sql`
    with part as (
      select item_id, team_id, from_at, ${exactSum(sql`seconds`)} as seconds
      from (${teamDays(from, asOf, days)})
      left join ${weighedStretches} on day_from >= from_at and day_from < until_at
      group by item_id, team_id, from_at
    )
    select source, item, team.key as team, capability_key as capability, item_type, ${exactSum(sql`seconds`)} / 86400 as days,
           ${exactSum(sql`seconds`, isJudged)} / 86400 as days_judged,
           ${exactSum(sql`seconds * (${isStrategic})::int`)} / 86400 as days_strategic,
           ${exactSum(sql`seconds * (weight.capability is not null)::int`, isJudged)} / 86400 as days_mapped
    from part as stretch
    join item_case using (item_id)
    join team on team.team_id = stretch.team_id
    left join capability_weight as weight on weight.capability = capability_key and weight.from_at = stretch.from_at
    group by all`,
  summary: { kind: 'ratio', top: 'days_strategic', bottom: 'days_judged' },
  also: {
    ofMapped: { kind: 'ratio', top: 'days_strategic', bottom: 'days_mapped' },
    mapped: { kind: 'ratio', top: 'days_mapped', bottom: 'days_judged' },
    teamDays: { kind: 'sum', of: 'days', unit: 'day' },
  },
});
