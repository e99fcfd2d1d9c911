import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const surprises = defineMetric({
  id: 'flow.surprises',
  code: 'EX5',
  version: 1,
  title: 'Surprises',
  question: 'How much of what we undertake came in after the priorities of the period were agreed?',
  unit: 'share',
  better: 'lower',
  signal: 3,
  formula:
    'Share of the initiatives worked on in each planning period that ends in the window that entered after the day on which its priorities were agreed.',
  edges:
    'Priorities are agreed on the day of the first list of initiatives approved for the period; periods without one are left out, and of periods that lie within each other the inner ones count. An initiative is worked on in a period where it was under way in it as records tell, or an item of it was. It enters with the first that shows it: an approved list, a plan snapshot, its actual start, or the start of an item. Operational and mandatory initiatives stand beside the figure, since nobody chooses when they come.',
  others: 'Sprint reports count scope that was added after the start of the sprint, whatever its kind.',
  none: 'no initiative on record was worked on in a planning period that ends in the window and has agreed priorities',
  scopes: ['team'],
  fedBy: 'records-and-logs',
  rows: ({ from, until }) => sql`
    with piece as (
      select raw_value.key as initiative, started, ended
      from item_case join raw_value on value_id = initiative
    ),
    seen as (
      select one.*, min(started) as first_started,
             bool_or(started < period_ended and (ended is null or ended > period_began)) as has_items
      from period_initiative as one left join piece using (initiative)
      group by all
    )
    select *, case when apart then 0 else surprising::int end as surprises, (not apart)::int as chosen,
           case when apart then surprising end as surprising_apart
    from (
      select initiative, team, class, period, period_ended, agreed, least(entered, first_started) as entered_at,
             worked, has_items, class in ('operational', 'mandatory') as apart, entered_at >= agreed as surprising
      from seen
      where (worked or has_items) and period_ended > ${from} and period_ended <= ${until}
    )`,
  summary: { kind: 'rate', hits: 'surprises', trials: 'chosen' },
  also: { operationalAndMandatory: { kind: 'share', of: 'surprising_apart' } },
});
