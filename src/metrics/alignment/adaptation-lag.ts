import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const adaptationLag = defineMetric({
  id: 'alignment.adaptation-lag',
  code: 'AL7',
  version: 1,
  title: 'Adaptation lag',
  question: 'When the strategy gives a goal another weight, how long until money or priorities follow?',
  unit: 'day',
  better: 'lower',
  signal: 2,
  formula:
    'Kaplan–Meier median of the days from the first day of a planning period in which a goal has another weight than in the one before, to the first change of funding or priorities on each capability that it depends on; where none has come, the days so far.',
  edges:
    "Periods of one kind follow each other. A goal depends on the capabilities whose importance for it is at the workspace's cut or above. What counts as a change: a decision on record to fund or to prioritise that concerns the capability or what works on it, an investment approved that pays for such work, and another place, on a list for that period or a later one, of an initiative that works on it or of a goal that depends on it. A list that was approved for the period before its first day counts from that day.",
  others: 'No outside definition is in common use.',
  none: 'no goal has another weight in a planning period that began in the window than in the one before',
  scopes: ['capability'],
  at: 'changed',
  fedBy: 'records',
  rows: ({ from, until, asOf }) => sql`
    select goal, period, capability, changed, weight_before, weight_after, answered, answer,
           (coalesce(answered, ${asOf}) - changed) / 86400000 as lag_days, answered is not null as followed
    from weight_change
    where changed >= ${from} and changed < ${until}`,
  summary: { kind: 'survival', p: 0.5, of: 'lag_days', observed: 'followed' },
  also: { followed: { kind: 'share', of: 'followed' } },
});
