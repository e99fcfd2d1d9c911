import { identifier, join, sql } from '#engine/sql.ts';
import type { Bounds, CutColumn } from '../define.ts';
import { defineMetric } from '../define.ts';
import { ofItem, onlyIn } from '../only.ts';

export const wip = defineMetric({
  id: 'flow.wip',
  code: 'FL4',
  version: 1,
  title: 'Work in progress',
  question: 'How much work is under way at the same time?',
  unit: 'item',
  better: 'lower',
  signal: 3,
  formula:
    'Mean over the calendar days of the window of the number of items in progress at the end of the day: started before its midnight and not done or cancelled by then.',
  edges:
    'A day ends at local midnight; only days that end inside the window and begin before the last row of the evidence count. An item that starts and ends between two midnights is never seen. A reopened item is in progress from its first start to its last end. A group is shown when some of its work was under way in the window; its days without work count as zero.',
  others:
    'Some boards count the cards in certain columns now, some take the middle of the day or the highest count. Epics and their stories are counted once each here; counting two levels at once counts work twice.',
  scopes: ['team', 'capability', 'item-type'],
  rows: ({ from, until, days, cut, only }: Bounds) => {
    const groups = join([sql`true as whole`, ...cut.map((name) => sql`${work[name]} as ${identifier(name)}`)]);
    const names = join([sql`whole`, ...cut.map(identifier)]);
    return sql`
      with day as (select unnest(${JSON.stringify(days)}::double[]) as day_end),
      work as (
        select ${groups}, started, ended
        from item_case
        where started < ${until} and (ended is null or ended > greatest(${from}, started)) ${onlyIn(only, ofItem)}
      ),
      change as (
        select ${names}, day_end, 1 as items from work asof join day on work.started < day.day_end
        union all
        select ${names}, day_end, -1 as items from work asof join day on work.ended <= day.day_end
      ),
      net as (select ${names}, day_end, sum(items) as items from change group by all)
      select day_end, ${names},
             sum(coalesce(items, 0)) over (partition by ${names} order by day_end)::double as items
      from (select distinct ${names} from work) cross join day left join net using (${names}, day_end)`;
  },
  summary: { kind: 'daily-mean', of: 'items', day: 'day_end' },
});

const work = {
  ...ofItem,
  decision_type: sql`null`,
  forum: sql`null`,
  stage: sql`stage`,
  boundary: sql`null`,
  scale: sql`null`,
  effect: sql`null`,
} as const satisfies Record<CutColumn, unknown>;
