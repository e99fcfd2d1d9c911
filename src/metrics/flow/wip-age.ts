import { identifier, join, sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { ofItem, onlyIn } from '../only.ts';

export const wipAge = defineMetric({
  id: 'flow.wip-age',
  code: 'FL12',
  version: 1,
  title: 'Age of work in progress',
  question: 'How old is the work that is under way, and how much of it is already late by our own measure?',
  unit: 'day',
  better: 'lower',
  signal: 3,
  formula:
    "Median over items in progress at the end of the window of their age, the window's end − start, in calendar days. Beside it the share that is older than 85% of the items done in the window took.",
  edges:
    'An item that ends at that very instant is over. Where the window reaches past the instant at which figures are read, ages end there. The limit is the 85th percentile of the flow time of the same group, and there is none from fewer than five items done. Items that were later done or cancelled count with the age they had then.',
  others: 'Boards show the age in the present column only, or the age since creation.',
  none: 'no item was in progress at the end of the window',
  scopes: ['team', 'capability', 'item-type'],
  rows: ({ from, until, asOf, cut, only }) => {
    const groups = join([sql`true as whole`, ...cut.map(identifier)]);
    const names = join([sql`whole`, ...cut.map(identifier)]);
    return sql`
      with work as (
        select source, item, team, capability_key as capability, item_type, status, started, ended, flow_elapsed
        from item_case
        where started < ${until} ${onlyIn(only, ofItem)}
      ),
      usual as (
        select ${groups}, quantile_cont(flow_elapsed, 0.85) / 86400 as limit_days
        from work
        where status = 'done' and ended >= ${from} and ended < ${until}
        group by all
        having count(flow_elapsed) >= 5
      )
      select source, item, team, capability, item_type, started, (least(${until}, ${asOf}) - started) / 86400000 as age_days,
             limit_days, age_days > limit_days as older
      from (select *, true as whole from work where ended is null or ended > ${until})
      left join usual using (${names})`;
  },
  summary: { kind: 'quantile', p: 0.5, of: 'age_days' },
  also: { olderThanP85: { kind: 'share', of: 'older' } },
});
