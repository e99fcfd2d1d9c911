import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import type { DiscoveredFlow, DiscoveredMove } from '#model/discovery.ts';
import { backbone } from './backbone.ts';
import type { SourceStages } from './stages.ts';

type MoveRow = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly items: number;
  readonly mean: number;
  readonly median: number | null;
};

const dayMs = 86_400_000;

/** How closely to look: the share of moves that frequent ways cover, and whether medians are worth their time. */
export type FlowMapDetail = { readonly detail: number; readonly medians: boolean };

/** The flow of every log whose stages are given. */
export const discoverFlows = async (
  engine: Engine,
  stay: Sql,
  sources: readonly SourceStages[],
  { detail, medians }: FlowMapDetail,
): Promise<DiscoveredFlow[]> => {
  const rows = await moveRows(engine, stay, medians);
  return sources.map((source) => flowOf(source, rows, detail));
};

/** Means come from whole microseconds, so that they are the same however the rows are split among threads. */
const moveRows = (engine: Engine, stay: Sql, medians: boolean): Promise<MoveRow[]> =>
  engine.all<MoveRow>(sql`
    select from_stage as "from", stage_id as "to", count(*)::int as count, count(distinct item_id)::int as items,
           sum(round(took * 1000)::bigint)::double / 1000 / count(*) as mean,
           ${medians ? sql`median(took)` : sql`null::double`} as median
    from ${stay} where took is not null group by all order by all`);

const flowOf = ({ source, items, orderedBy, stages, ids }: SourceStages, rows: readonly MoveRow[], detail: number) => {
  const places = new Map(ids.map((id, place) => [id, place]));
  const own = rows.filter(({ from, to }) => places.has(from) && places.has(to));
  const moves = own.reduce((sum, { count }) => sum + count, 0);
  const named = own.map(({ from, to, count, items: seen, mean, median }) => ({
    from: stages[places.get(from) ?? 0]?.key ?? '',
    to: stages[places.get(to) ?? 0]?.key ?? '',
    count,
    items: seen,
    share: count / moves,
    meanDays: mean / dayMs,
    medianDays: median === null ? null : median / dayMs,
    backward: (places.get(to) ?? 0) < (places.get(from) ?? 0),
  }));
  const kept = new Set(backbone(named, detail));
  const edges: DiscoveredMove[] = named
    .map((move) => ({ ...move, frequent: kept.has(move) }))
    .sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
  const covered = [...kept].reduce((sum, { count }) => sum + count, 0);
  return {
    source,
    items,
    orderedBy,
    moves,
    covered: moves === 0 ? null : covered / moves,
    stages: [...stages],
    edges,
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
