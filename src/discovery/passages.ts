import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { PairCounts } from '#facts/pair-counts.ts';
import { orderedRows } from './ordered-rows.ts';

/** One way from stage to stage: how often, by how many items, and the ms that the stage left had them. */
export type Passage = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly items: number;
  readonly meanMs: number;
  readonly medianMs: number | null;
};

/** How items pass the stages of all logs, by the codes of the stages. */
export type Passages = {
  readonly passages: readonly Passage[];
  readonly items: Float64Array;
  readonly visits: Float64Array;
  readonly starts: Float64Array;
  /** How many items came to one stage first before they first came to the other. */
  readonly before: PairCounts;
  /** How many items came to a stage as their first, second, third … stage; counted from 1. */
  readonly places: PairCounts;
};

/** What was counted of the ways of all items while their facts were made; medians take all stays once more. */
export const readPassages = async (engine: Engine, medians: boolean): Promise<Passages> => {
  const stages = await engine.one<{ n: number }>(sql`select coalesce(max(stage_id) + 1, 0)::int as n from stage`);
  const size = stages?.n ?? 0;
  const took = medians ? await stays(engine, size) : undefined;
  const ways = await engine.all<{ from: number; to: number; count: number; items: number; took: number }>(sql`
    select from_stage as "from", to_stage as "to", moves as count, items, took_seconds * 1000 + took_micros / 1000 as took
    from passage order by 1, 2`);
  const [items, visits, starts] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (const use of await engine.all<Record<'stage_id' | 'items' | 'visits' | 'starts', number>>(
    sql`select * from stage_use`,
  )) {
    items[use.stage_id] = use.items;
    visits[use.stage_id] = use.visits;
    starts[use.stage_id] = use.starts;
  }
  return {
    passages: ways.map((way) => ({
      from: way.from,
      to: way.to,
      count: way.count,
      items: way.items,
      meanMs: way.took / way.count,
      medianMs: medianOf(took?.get(way.from * size + way.to)),
    })),
    items,
    visits,
    starts,
    before: pairs(
      size,
      await engine.all(sql`select stage_id as a, later_stage as b, items as value from stage_before`),
    ),
    places: pairs(size + 1, await engine.all(sql`select stage_id as a, place as b, items as value from stage_place`)),
  };
};

const pairs = (
  size: number,
  rows: readonly { readonly a: number; readonly b: number; readonly value: number }[],
): PairCounts => {
  const counts = new PairCounts(size);
  for (const { a, b, value } of rows) counts.set(a, b, value);
  return counts;
};

/** The ms of every stay that ended in a move, by the way that was taken: the code of its begin times `size`, and its end. */
const stays = async (engine: Engine, size: number): Promise<Map<number, number[]>> => {
  const took = new Map<number, number[]>();
  const rows = { from: sql`visit`, number: sql`visit_no`, columns: [sql`coalesce(stage_id, -1)`, sql`entered`] };
  let [item, stage, since] = [-1, -1, 0];
  for await (const { length, columns } of orderedRows(engine, rows)) {
    const [items = [], stages = [], entered = []] = columns;
    for (let row = 0; row < length; row++) {
      const [next = -1, at = 0] = [stages[row], entered[row]];
      if (items[row] !== item) [item, stage] = [items[row] ?? -1, -1];
      if (next < 0 || next === stage) continue;
      if (stage >= 0) {
        const way = stage * size + next;
        const before = took.get(way);
        if (before) before.push(at - since);
        else took.set(way, [at - since]);
      }
      [stage, since] = [next, at];
    }
  }
  return took;
};

/** The median of a list, linear between the two in the middle; null when it was not asked for. */
export const medianOf = (values: readonly number[] | undefined): number | null => {
  if (!values || values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};
