import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { orderedRows } from './ordered-rows.ts';
import { PairCounts } from './pair-counts.ts';

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

/**
 * Reads the stays of all items in stages, once.
 *
 * A visit is cut where the team changes; a stay lasts until the stage does. So the time before a move is that of the
 * whole stay, whoever had the item.
 */
export const readPassages = async (engine: Engine, medians: boolean): Promise<Passages> => {
  const size = await engine.one<{ n: number }>(sql`select coalesce(max(stage_id) + 1, 0)::int as n from stage`);
  const reader = new Reader(size?.n ?? 0, medians);
  const stays = { from: sql`visit`, number: sql`visit_no`, columns: [sql`coalesce(stage_id, -1)`, sql`entered`] };
  for await (const { length, columns } of orderedRows(engine, stays)) {
    const [items = [], stages = [], entered = []] = columns;
    for (let row = 0; row < length; row++) reader.take(items[row] ?? 0, stages[row] ?? -1, entered[row] ?? 0);
  }
  return reader.finish();
};

class Reader {
  readonly #items: Float64Array;
  readonly #visits: Float64Array;
  readonly #starts: Float64Array;
  readonly #before: PairCounts;
  readonly #places: PairCounts;
  readonly #count: PairCounts;
  readonly #itemsMoved: PairCounts;
  readonly #took: PairCounts;
  /** The last item that took a way, plus one. */
  readonly #lastMoved: PairCounts;
  readonly #each: Map<number, number[]> | undefined;
  readonly #size: number;
  #item = -1;
  #stage = -1;
  #entered = 0;
  readonly #met: number[] = [];

  constructor(size: number, medians: boolean) {
    this.#size = size;
    this.#items = new Float64Array(size);
    this.#visits = new Float64Array(size);
    this.#starts = new Float64Array(size);
    this.#before = new PairCounts(size);
    this.#places = new PairCounts(size + 1);
    this.#count = new PairCounts(size);
    this.#itemsMoved = new PairCounts(size);
    this.#took = new PairCounts(size);
    this.#lastMoved = new PairCounts(size);
    this.#each = medians ? new Map() : undefined;
  }

  take(item: number, stage: number, entered: number): void {
    if (item !== this.#item) {
      this.#item = item;
      this.#stage = -1;
      this.#met.length = 0;
    }
    if (stage < 0 || stage === this.#stage) return;
    if (this.#stage >= 0) this.#move(this.#stage, stage, entered - this.#entered);
    else this.#starts[stage] = (this.#starts[stage] ?? 0) + 1;
    this.#visits[stage] = (this.#visits[stage] ?? 0) + 1;
    if (!this.#met.includes(stage)) this.#meet(stage);
    this.#stage = stage;
    this.#entered = entered;
  }

  finish(): Passages {
    const passages = this.#count.entries().map(({ a: from, b: to, value: count }) => ({
      from,
      to,
      count,
      items: this.#itemsMoved.get(from, to),
      meanMs: this.#took.get(from, to) / count,
      medianMs: medianOf(this.#each?.get(from * this.#size + to)),
    }));
    const [items, visits, starts] = [this.#items, this.#visits, this.#starts];
    return { passages, items, visits, starts, before: this.#before, places: this.#places };
  }

  #move(from: number, to: number, took: number): void {
    this.#count.add(from, to, 1);
    this.#took.add(from, to, took);
    if (this.#lastMoved.get(from, to) !== this.#item + 1) {
      this.#lastMoved.set(from, to, this.#item + 1);
      this.#itemsMoved.add(from, to, 1);
    }
    if (!this.#each) return;
    const each = this.#each.get(from * this.#size + to);
    if (each) each.push(took);
    else this.#each.set(from * this.#size + to, [took]);
  }

  #meet(stage: number): void {
    for (const earlier of this.#met) this.#before.add(earlier, stage, 1);
    this.#met.push(stage);
    this.#items[stage] = (this.#items[stage] ?? 0) + 1;
    this.#places.add(stage, this.#met.length, 1);
  }
}

/** The median of a list, linear between the two in the middle; null when it was not asked for. */
export const medianOf = (values: readonly number[] | undefined): number | null => {
  if (!values || values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};
