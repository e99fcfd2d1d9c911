import { type Sql, sql } from '#engine/sql.ts';
import { fewest } from '#metrics/estimates.ts';
import type { Ground } from '#metrics/read.ts';
import type { AgeingWork } from '#model/flow.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';
import type { LogStages } from './stages.ts';

type Item = {
  readonly item: string;
  readonly stage: number | null;
  readonly team: string;
  readonly item_type: string;
  readonly started: number;
  readonly age: number;
};

/**
 * The work of a log that was under way when the window ended, as `flow.wip-age` counts it, and the stage it stood in.
 *
 * `limit` is how many of the oldest are told one by one.
 */
export const ageingWork = async (
  ground: Ground,
  looked: Looked,
  { source, stages }: LogStages,
  limit: number,
): Promise<AgeingWork> => {
  const { engine, asOf, shownTeam } = ground;
  const { until } = instantsOf(looked);
  const open = sql`
    select item_id, item, team, item_type, started from item_case
    where source = ${source} and started < ${until} and (ended is null or ended > ${until}) ${await onlyItems(ground, looked)}`;
  const total = await engine.one<{ n: number }>(sql`select count(*)::int as n from (${open})`);
  const items = await engine.all<Item>(sql`
    with open as (${open}),
    stood as (
      select item_id, arg_max(stage_id, visit_no) as stage
      from visit where entered < ${until} and item_id in (select item_id from open) group by item_id
    )
    select item, stage, team, item_type, started, (least(${until}, ${asOf}) - started) / 86400000 as age
    from open left join stood using (item_id)
    order by started, item limit ${limit}`);
  const keys = new Map(stages.map(({ id, key }) => [id, key]));
  const met = new Set(items.map(({ stage }) => stage));
  return {
    source,
    stages: stages.filter(({ id }) => met.has(id)).map(({ key, name, kind }) => ({ key, name, kind })),
    total: total?.n ?? 0,
    items: items.map(({ item, stage, team, item_type: itemType, started, age: ageDays }) => ({
      item,
      stage: keys.get(stage ?? -1) ?? null,
      team: shownTeam(team, looked.window),
      itemType,
      started: new Date(started).toISOString(),
      ageDays,
    })),
    done: await tookSoLong(ground, looked, source),
  };
};

/** How long the work took that was done in the window. */
const tookSoLong = async (ground: Ground, looked: Looked, source: string): Promise<AgeingWork['done']> => {
  const { from, until } = instantsOf(looked);
  const at = (share: number): Sql =>
    sql`case when count(flow_elapsed) >= ${fewest} then quantile_cont(flow_elapsed, ${share}) / 86400 end`;
  const found = await ground.engine.one<AgeingWork['done']>(sql`
    select ${at(0.5)} as p50, ${at(0.85)} as p85, ${at(0.95)} as p95, count(flow_elapsed)::int as n
    from item_cut
    where source = ${source} and status = 'done' and ended >= ${from} and ended < ${until} ${await onlyItems(ground, looked)}`);
  return found ?? { p50: null, p85: null, p95: null, n: 0 };
};
