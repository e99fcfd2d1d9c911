import type { Engine } from '#engine/engine.ts';
import { type ColumnType, TableWriter } from '#engine/table-writer.ts';
import type { StageKind } from '#model/kinds.ts';

/** The kinds of stage in which work lies with a team. */
export const underWay: readonly StageKind[] = ['queue', 'active', 'decision'];

/** By how much the work that lies with a team grew on a day: the code of the team, the day, the difference, row after row. */
export type DailyWork = Float64Array;

/** A stretch of days is kept as one array, so that a stray date takes room for its own stretch only. */
const stretchBits = 9;
const stretchDays = 1 << stretchBits;

/** More stretches than there are between the years −3700 and 7600. */
const stretches = 2 ** 13;

/**
 * Counts on which local day work came to a team and left it again: fed stay after stay, whole numbers that can be taken
 * out again. A team below 0 is none, and is counted like one.
 */
export class DailyWorkCounter {
  readonly #nets = new Map<number, Int32Array>();

  /** A stay that began on one day and ended on another, or goes on where that is undefined. */
  stay(team: number, entered: number, left: number | undefined): void {
    this.#add(team, entered, 1);
    if (left !== undefined) this.#add(team, left, -1);
  }

  #add(team: number, day: number, net: 1 | -1): void {
    const key = (team + 1) * stretches + (day >> stretchBits) + stretches / 2;
    let nets = this.#nets.get(key);
    if (!nets) {
      nets = new Int32Array(stretchDays);
      this.#nets.set(key, nets);
    }
    const place = day & (stretchDays - 1);
    nets[place] = (nets[place] ?? 0) + net;
  }

  /** Every team and day on which as much did not come as go, by team and then by day. */
  counted(): DailyWork {
    const rows: number[] = [];
    for (const [key, nets] of [...this.#nets].sort(([a], [b]) => a - b)) {
      const team = Math.floor(key / stretches) - 1;
      const first = ((key % stretches) - stretches / 2) * stretchDays;
      for (const [place, net] of nets.entries()) if (net !== 0) rows.push(team, first + place, net);
    }
    return Float64Array.from(rows);
  }
}

const columns: ColumnType[] = ['int', 'day', 'double'];
const netPlace = 2;

/** Adds what was counted to the table, or with the sign -1 what is to be taken out of it. */
export const writeDailyWork = async (engine: Engine, work: DailyWork, sign: 1 | -1 = 1): Promise<void> => {
  const writer = await TableWriter.open(engine, 'daily_work', columns);
  writer.addNumbers(work.map((number, place) => (place % columns.length === netPlace ? sign * number : number)));
  writer.close();
};
