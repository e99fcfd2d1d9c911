import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { isMapped, isStrategic, withWeights } from '../strategic.ts';

export const strategicAttention = defineMetric({
  id: 'alignment.strategic-attention',
  code: 'AL1e',
  version: 1,
  title: 'Attention to strategic capabilities',
  question: 'How much of what forums take up concerns what the strategy depends on?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of agenda items of meetings held in the window whose capability was strategic on that day: some goal with a weight in the planning period depends on it at the workspace’s cut or above.',
  edges:
    'Agenda items without a capability, or with one that no record knows, are not strategic and stay in the denominator; the share of those that have one, and the figure among them, stand beside it, and so does the share of the time (minutes). Where no goal had a weight on the day, an agenda item lowers the coverage.',
  others: 'No outside definition is in common use.',
  none: 'no meeting held in the window has an agenda on record',
  lacking: 'no goal had a weight on the days of the meetings',
  scopes: ['forum', 'capability'],
  at: 'held',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select *, case when mapped then strategic end as strategic_of_mapped,
           case when strategic is not null then minutes end as minutes_judged, minutes * strategic::int as minutes_strategic
    from (
      select meeting, place, forum, agenda_item.capability, held, subject, minutes,
             ${isMapped} as mapped, ${isStrategic} as strategic
      from agenda_item ${withWeights(sql`agenda_item.capability`, sql`held`)}
      where held >= ${from} and held < ${until}
    )`,
  summary: { kind: 'share', of: 'strategic' },
  also: {
    ofMapped: { kind: 'share', of: 'strategic_of_mapped' },
    mapped: { kind: 'share', of: 'mapped' },
    ofMinutes: { kind: 'ratio', top: 'minutes_strategic', bottom: 'minutes_judged' },
  },
});
