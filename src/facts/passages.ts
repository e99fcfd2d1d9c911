import type { Engine } from '#engine/engine.ts';
import { TableWriter } from '#engine/table-writer.ts';
import { PairCounts } from './pair-counts.ts';

/**
 * One way from stage to stage: how often, by how many items, and the time that the stage left had them.
 *
 * The time is whole seconds and the whole microseconds beyond them, each added by itself: such sums are exact, so that what
 * some items brought can be taken out of them again.
 */
export type Way = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly items: number;
  readonly seconds: number;
  readonly micros: number;
};

type Pair = { readonly a: number; readonly b: number; readonly value: number };

/** How the items of all logs passed their stages, by the codes of the stages. */
export type Passages = {
  readonly ways: readonly Way[];
  /** Of each stage: how many items were in it, how often, and how many were in no stage before. */
  readonly items: Float64Array;
  readonly visits: Float64Array;
  readonly starts: Float64Array;
  /** How many items came to stage `a` first before they first came to `b`. */
  readonly before: readonly Pair[];
  /** How many items came to stage `a` as their `b`-th stage, counted from 1. */
  readonly places: readonly Pair[];
};

/**
 * Counts how items pass the stages, fed item after item and each item's visits in order.
 *
 * A visit is cut where the team changes; a stay lasts until the stage does. So the time before a move is that of the
 * whole stay, whoever had the item. Counted while facts are made, because it takes all visits of all items.
 */
export class PassageCounter {
  readonly #items: Float64Array;
  readonly #visits: Float64Array;
  readonly #starts: Float64Array;
  readonly #before: PairCounts;
  readonly #places: PairCounts;
  readonly #count: PairCounts;
  readonly #itemsMoved: PairCounts;
  readonly #seconds: PairCounts;
  readonly #micros: PairCounts;
  /** The last item that took a way, plus one. */
  readonly #lastMoved: PairCounts;
  #item = -1;
  #stage = -1;
  #entered = 0;
  readonly #met: number[] = [];

  /** `stages` is how many codes of stages there are. */
  constructor(stages: number) {
    this.#items = new Float64Array(stages);
    this.#visits = new Float64Array(stages);
    this.#starts = new Float64Array(stages);
    this.#before = new PairCounts(stages);
    this.#places = new PairCounts(stages + 1);
    this.#count = new PairCounts(stages);
    this.#itemsMoved = new PairCounts(stages);
    this.#seconds = new PairCounts(stages);
    this.#micros = new PairCounts(stages);
    this.#lastMoved = new PairCounts(stages);
  }

  /** The next visit; a stage below 0 is none. */
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

  counted(): Passages {
    const ways = this.#count.entries().map(({ a: from, b: to, value: count }) => ({
      from,
      to,
      count,
      items: this.#itemsMoved.get(from, to),
      seconds: this.#seconds.get(from, to),
      micros: this.#micros.get(from, to),
    }));
    return {
      ways,
      items: this.#items,
      visits: this.#visits,
      starts: this.#starts,
      before: this.#before.entries(),
      places: this.#places.entries(),
    };
  }

  #move(from: number, to: number, took: number): void {
    this.#count.add(from, to, 1);
    const seconds = Math.floor(took / 1000);
    this.#seconds.add(from, to, seconds);
    this.#micros.add(from, to, Math.round((took - seconds * 1000) * 1000));
    if (this.#lastMoved.get(from, to) === this.#item + 1) return;
    this.#lastMoved.set(from, to, this.#item + 1);
    this.#itemsMoved.add(from, to, 1);
  }

  #meet(stage: number): void {
    for (const earlier of this.#met) this.#before.add(earlier, stage, 1);
    this.#met.push(stage);
    this.#items[stage] = (this.#items[stage] ?? 0) + 1;
    this.#places.add(stage, this.#met.length, 1);
  }
}

/** Adds what was counted to the tables of facts, or with the sign -1 what is to be taken out of them. */
export const writePassages = async (engine: Engine, passages: Passages, sign: 1 | -1): Promise<void> => {
  const { ways, items, visits, starts, before, places } = passages;
  const signed = (counts: readonly number[]): number[] => counts.map((count) => sign * count);
  await fill(
    engine,
    'passage',
    ways.map(({ from, to, count, items: moved, seconds, micros }) => [
      from,
      to,
      ...signed([count, moved, seconds, micros]),
    ]),
  );
  await fill(
    engine,
    'stage_use',
    [...items.keys()].flatMap((stage) => {
      const inIt = items[stage] ?? 0;
      return inIt === 0 ? [] : [[stage, ...signed([inIt, visits[stage] ?? 0, starts[stage] ?? 0])]];
    }),
  );
  await fill(
    engine,
    'stage_before',
    before.map(({ a, b, value }) => [a, b, ...signed([value])]),
  );
  await fill(
    engine,
    'stage_place',
    places.map(({ a, b, value }) => [a, b, ...signed([value])]),
  );
};

const fill = async (engine: Engine, table: keyof typeof tables, rows: readonly number[][]): Promise<void> => {
  const writer = await TableWriter.open(engine, table, tables[table]);
  for (const row of rows) writer.add(row);
  writer.close();
};

const tables = {
  passage: ['int', 'int', 'double', 'double', 'double', 'double'],
  stage_use: ['int', 'double', 'double', 'double'],
  stage_before: ['int', 'int', 'double'],
  stage_place: ['int', 'int', 'double'],
} as const;
