import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import type { DiscoveredStage } from '#model/discovery.ts';
import type { StageKind } from '#model/kinds.ts';
import { precedenceOrder } from './precedence.ts';

/** The stages of one log in the order in which work passes them, and by how many items that order was told. */
export type SourceStages = {
  readonly sourceId: number;
  readonly source: string;
  readonly items: number;
  readonly orderedBy: number;
  readonly stages: readonly DiscoveredStage[];
  /** The codes of the stages, in the same order. */
  readonly ids: readonly number[];
};

type StageRow = {
  readonly id: number;
  readonly source_id: number;
  readonly key: string;
  readonly kind: StageKind | null;
  readonly mapped: boolean;
  readonly items: number;
  readonly visits: number;
  readonly starts: number;
  readonly ends: number;
};

/** More items than these change no majority that matters; the order is then told by every second, third … item. */
const enoughToOrder = 200_000;
const notable = 0.05;

/** The stages of every log, in order. Counts are of all items; the order and the positions may be of a part of many. */
export const discoverStages = async (engine: Engine, stay: Sql): Promise<SourceStages[]> => {
  const rows = await stageRows(engine, stay);
  const sources = await engine.all<{ id: number; key: string; items: number }>(sql`
    select source_id as id, key, count(item_id)::int as items
    from source left join item_fact using (source_id) group by all order by key`);
  const found: SourceStages[] = [];
  for (const { id, key, items } of sources) {
    const own = rows.filter(({ source_id }) => source_id === id);
    if (own.length > 0) found.push({ sourceId: id, source: key, items, ...(await inOrder(engine, id, items, own)) });
  }
  return found;
};

const stageRows = (engine: Engine, stay: Sql): Promise<StageRow[]> =>
  engine.all<StageRow>(sql`
    with per_item as (
      select stage_id, item_id, count(*) as visits, count(*) filter (where visit_no = 0) as starts
      from ${stay} where stage_id is not null group by all),
    per_stage as (
      select stage_id, count(*) as items, sum(visits) as visits, sum(starts) as starts from per_item group by all),
    ending as (select stage_id, count(*) as ends from item_fact where status <> 'open' group by all),
    known as (
      select source_id, key, bool_or(mapped) as mapped from raw_value where role = 'state' group by all)
    select stage_id as id, stage.source_id, stage.key, kind, coalesce(mapped, true) as mapped, items::int as items,
           visits::int as visits, starts::int as starts, coalesce(ends, 0)::int as ends
    from stage
    join per_stage using (stage_id)
    left join ending using (stage_id)
    left join known on known.source_id = stage.source_id and known.key = stage.key
    order by stage.key`);

const inOrder = async (engine: Engine, sourceId: number, items: number, rows: readonly StageRow[]) => {
  const entries = firstEntries(sourceId, Math.max(1, Math.ceil(items / enoughToOrder)));
  const positions = await medianPositions(engine, entries);
  const position = ({ id }: StageRow): number => positions.get(id) ?? 0;
  const told = [...rows].sort((a, b) => lastness(a) - lastness(b) || position(a) - position(b));
  const number = new Map(told.map(({ id }, index) => [id, index]));
  const votes = await engine.all<{ a: number; b: number; cases: number }>(sql`
    with entry as ${entries}
    select a.stage_id as a, b.stage_id as b, count(*)::int as cases
    from entry as a join entry as b on a.item_id = b.item_id and a.first < b.first group by all`);
  const order = precedenceOrder(
    told.length,
    votes.map(({ a, b, cases }) => ({ before: number.get(a) ?? 0, after: number.get(b) ?? 0, cases })),
  );
  const sum = (of: 'starts' | 'ends'): number => rows.reduce((all, row) => all + row[of], 0);
  const sums = { starts: sum('starts'), ends: sum('ends') };
  const ordered = order.flatMap((place) => told[place] ?? []);
  const orderedBy = await engine.one<{ n: number }>(sql`select count(distinct item_id)::int as n from ${entries}`);
  return {
    orderedBy: orderedBy?.n ?? 0,
    stages: ordered.map((row) => stageOf(row, positions.get(row.id) ?? null, sums)),
    ids: ordered.map(({ id }) => id),
  };
};

/** Where nothing else tells two stages apart, work that is over comes after work that is not. */
const lastness = ({ kind }: StageRow): number => {
  if (kind === 'cancelled') return 2;
  return kind === 'done' ? 1 : 0;
};

/** The first visit of each item to each stage of a log, for one item out of `step`. */
const firstEntries = (sourceId: number, step: number): Sql => sql`(
    select item_id, stage_id, min(visit_no) as first
    from visit semi join (select stage_id from stage where source_id = ${sourceId}) as own using (stage_id)
    where item_id % ${step} = 0 group by all)`;

const medianPositions = async (engine: Engine, entries: Sql): Promise<Map<number, number>> => {
  const rows = await engine.all<{ stage_id: number; position: number }>(sql`
    select stage_id, median(place)::double as position
    from (select stage_id, row_number() over (partition by item_id order by first) as place from ${entries})
    group by all`);
  return new Map(rows.map(({ stage_id, position }) => [stage_id, position]));
};

const stageOf = (row: StageRow, position: number | null, sums: { starts: number; ends: number }): DiscoveredStage => {
  const { key, mapped, kind, items, visits, starts, ends } = row;
  const start = starts > 0 && starts >= notable * sums.starts;
  const end = ends > 0 && ends >= notable * sums.ends;
  return { key, mapped, kind, items, visits, position, starts, ends, start, end };
};
