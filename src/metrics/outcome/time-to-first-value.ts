import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const timeToFirstValue = defineMetric({
  id: 'outcome.time-to-first-value',
  code: 'BE4',
  version: 1,
  title: 'Time to first value',
  question: 'How long does money have to wait for the first thing that the business says it has of it?',
  unit: 'day',
  better: 'lower',
  signal: 0,
  formula:
    'Median number of days from the approval of an investment to the first realised value of a benefit that the chain leads to from it and that a business role confirmed, over the investments that were approved in the window. Those without such a value yet count with their age (Kaplan–Meier). The share of them that has one stands beside it.',
  edges:
    'A value counts from the instant of its confirmation, or from the end of its period where that is not on record. Only values above 0 of end benefits count, no disbenefit, and only those that were confirmed after the approval and of a period that was not over by then, since what was there before cannot come of it. Links lead from the one to the other whatever shares they claim and whenever they hold. An investment without the day of its approval is left out. By capability an investment counts for each one that the chain leads to from it.',
  others: 'Delivery tools stop the clock at the release, which is when value may begin.',
  none: 'no investment was approved in the window',
  scopes: ['capability'],
  at: 'approved',
  fedBy: 'records',
  restsOn: 'declared-values',
  rows: ({ from, until, asOf, cut }) => sql`
    select investment, ${cut.includes('capability') ? sql`coalesce(capability, '(none)')` : sql`null::text`} as capability,
           class, approved, first.benefit as benefit, first.valued as valued, first is not null as observed,
           (coalesce(first.valued, ${asOf}) - approved) / 86400000 as days
    from (
      select investment, class, approved,
             min({'valued': valued, 'benefit': benefit}) filter (where valued > approved and ended > approved and valued <= ${asOf}) as first
      from investment_value
      where approved >= ${from} and approved < ${until} and approved <= ${asOf}
      group by investment, class, approved
    )
    ${cut.includes('capability') ? sql`left join investment_capability using (investment)` : sql``}`,
  summary: { kind: 'survival', p: 0.5, of: 'days', observed: 'observed' },
  also: {
    valued: { kind: 'share', of: 'observed' },
  },
});
