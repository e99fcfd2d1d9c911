import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DiscoveredStage } from '#model/discovery.ts';
import type { StageKind } from '#model/kinds.ts';
import type { Passages } from './passages.ts';
import { precedenceOrder } from './precedence.ts';

/** The stages of one log in the order in which work passes them, and by how many items that order was told. */
export type SourceStages = {
  readonly source: string;
  readonly items: number;
  readonly orderedBy: number;
  readonly stages: readonly DiscoveredStage[];
  /** The codes of the stages, in the same order. */
  readonly ids: readonly number[];
};

type StageRow = {
  readonly id: number;
  readonly source: number;
  readonly key: string;
  readonly kind: StageKind | null;
  readonly mapped: boolean;
  readonly ends: number;
};

const notable = 0.05;

/** The stages of every log that has any, in order; stages that no item ever was in are none. */
export const discoverStages = async (engine: Engine, passages: Passages): Promise<SourceStages[]> => {
  const rows = await stageRows(engine);
  const sources = await engine.all<{ id: number; key: string; items: number }>(sql`
    select source_id as id, key, count(item_id)::int as items
    from source left join item_fact using (source_id) group by all order by key`);
  return sources.flatMap(({ id, key, items }) => {
    const own = rows.filter((row) => row.source === id && (passages.items[row.id] ?? 0) > 0);
    return own.length === 0 ? [] : [{ source: key, items, ...inOrder(own, passages) }];
  });
};

const stageRows = (engine: Engine): Promise<StageRow[]> =>
  engine.all<StageRow>(sql`
    with ending as (select stage_id, count(*)::int as ends from item_fact where status <> 'open' group by all),
    known as (
      select source_id, key, bool_or(mapped) as mapped from raw_value where role = 'state' group by all)
    select stage_id as id, stage.source_id as source, stage.key, kind, coalesce(mapped, true) as mapped,
           coalesce(ends, 0) as ends
    from stage
    left join ending using (stage_id)
    left join known on known.source_id = stage.source_id and known.key = stage.key
    order by stage.key`);

const inOrder = (rows: readonly StageRow[], passages: Passages) => {
  const position = new Map(rows.map(({ id }) => [id, medianPlace(passages, id, rows.length)]));
  const told = [...rows].sort(
    (a, b) => lastness(a) - lastness(b) || (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0),
  );
  const precedences = told.flatMap(({ id: a }, before) =>
    told.map(({ id: b }, after) => ({ before, after, cases: passages.before.get(a, b) })),
  );
  const ordered = precedenceOrder(told.length, precedences).flatMap((place) => told[place] ?? []);
  const starts = rows.reduce((sum, { id }) => sum + (passages.starts[id] ?? 0), 0);
  const ends = rows.reduce((sum, row) => sum + row.ends, 0);
  return {
    orderedBy: starts,
    stages: ordered.map((row) => stageOf(row, passages, position.get(row.id) ?? null, { starts, ends })),
    ids: ordered.map(({ id }) => id),
  };
};

/** Where nothing else tells two stages apart, work that is over comes after work that is not. */
const lastness = ({ kind }: StageRow): number => {
  if (kind === 'cancelled') return 2;
  return kind === 'done' ? 1 : 0;
};

/** The median place at which items first come to a stage; between two places when half came by the one. */
const medianPlace = ({ places, items }: Passages, stage: number, most: number): number => {
  const middle = ((items[stage] ?? 0) - 1) / 2;
  const placeOf = (rank: number): number => {
    let place = 1;
    for (let below = places.get(stage, 1); below <= rank && place < most; below += places.get(stage, place)) place++;
    return place;
  };
  return (placeOf(Math.floor(middle)) + placeOf(Math.ceil(middle))) / 2;
};

const stageOf = (
  { id, key, mapped, kind, ends }: StageRow,
  passages: Passages,
  position: number | null,
  all: { readonly starts: number; readonly ends: number },
): DiscoveredStage => {
  const starts = passages.starts[id] ?? 0;
  return {
    key,
    mapped,
    kind,
    items: passages.items[id] ?? 0,
    visits: passages.visits[id] ?? 0,
    position,
    starts,
    ends,
    start: starts > 0 && starts >= notable * all.starts,
    end: ends > 0 && ends >= notable * all.ends,
  };
};
