import { sql } from '#engine/sql.ts';
import { boundsOf, type Ground } from '#metrics/read.ts';
import { isoDate } from '#model/calendar/civil.ts';
import { localDay } from '#model/calendar/local.ts';
import type { CumulativeFlow } from '#model/flow.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';
import type { LogStages } from './stages.ts';

/** What stands for no stage in the answers of the database. */
const none = -1;

/** Where the items of a log stood just before the midnight that ends each day of the window. */
export const cumulativeFlow = async (
  ground: Ground,
  looked: Looked,
  { source, stages }: LogStages,
): Promise<CumulativeFlow> => {
  const { days } = boundsOf(ground, {}, looked.window);
  const rows = await standing(ground, looked, source, days);
  const ids = new Set(rows.map(({ stage }) => stage));
  const bands = [
    ...(ids.has(none) ? [{ id: none, stage: null, name: 'no stage known', kind: null }] : []),
    ...stages.filter(({ id }) => ids.has(id)).map(({ id, key, name, kind }) => ({ id, stage: key, name, kind })),
  ];
  const counts = new Map(rows.map(({ stage, day, items }) => [`${stage} ${day}`, items]));
  return {
    source,
    bands: bands.map(({ stage, name, kind }) => ({ stage, name, kind })),
    days: days.map((end) => ({
      day: isoDate(localDay(end - 1, ground.timeZone)),
      counts: bands.map(({ id }) => counts.get(`${id} ${end}`) ?? 0),
    })),
  };
};

/**
 * How many items stood in each stage at the end of each day.
 *
 * A visit counts from the end of the day in which it began up to the last before it was over: each is met twice, at its
 * two ends, whatever the number of days.
 */
const standing = async (
  ground: Ground,
  looked: Looked,
  source: string,
  days: readonly number[],
): Promise<{ stage: number; day: number; items: number }[]> => {
  const [firstDay] = days;
  if (firstDay === undefined) return [];
  const { from, until } = instantsOf(looked);
  return ground.engine.all(sql`
    with day as (select unnest(${JSON.stringify(days)}::double[]) as day_end),
    looked_at as (
      select item_id from item_cut
      where source = ${source} and (ended is null or ended >= ${from}) ${await onlyItems(ground, looked)}
    ),
    stay as (
      select coalesce(stage_id, ${none}) as stage, entered, "left"
      from visit
      where entered < ${until} and ("left" is null or "left" >= ${firstDay}) and item_id in (select item_id from looked_at)
    ),
    change as (
      select stage, day_end, 1 as items from stay asof join day on stay.entered < day.day_end
      union all
      select stage, day_end, -1 as items from stay asof join day on stay."left" < day.day_end
    ),
    net as (select stage, day_end, sum(items) as items from change group by all)
    select stage, day_end as day,
           (sum(coalesce(items, 0)) over (partition by stage order by day_end))::int as items
    from (select distinct stage from stay) cross join day left join net using (stage, day_end)`);
};
