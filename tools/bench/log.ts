import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { randomSource } from '#model/statistics/random.ts';
import { actions, columns, stages } from './organisation.ts';

const daySeconds = 86_400;
/** Local midnight of Monday, 2 January 2023, as the seconds UTC would have for it. */
const firstDay = 1_672_617_600;
const days = 900;

/** Rows that wait to be written at a random time, so that the file is in no order at all. */
const pooledRows = 1 << 20;
const slotBytes = 192;

/**
 * Writes a log of so many events: the same file for the same seed, on any machine.
 *
 * Items are numbered in no order, their rows lie scattered over a million neighbours; 3 % of the rows share their second
 * with the one before, 5 % of the items are reopened, one field in thirty is empty. Answers how many items there are.
 */
export const writeLog = (path: string, events: number, seed: number): number => {
  const file = new ScatteredLines(path, seed);
  file.first(`${columns.join(',')}\n`);
  const items = new Items(seed, (line) => file.add(line));
  let rows = 0;
  while (rows < events) rows += items.write(events - rows);
  file.close();
  return items.count;
};

/** Days from the beginning of a log to a day on which all its rows are past. */
const daysUntilLater = days + 300;

/**
 * Writes so many events of a later day: a row each of items of the log, every tenth of an item that is new.
 *
 * So nearly every row is of another item, which is the most that so few rows can change.
 */
export const writeLater = (path: string, events: number, { items, seed }: { items: number; seed: number }): void => {
  const below = randomSource(seed + 2);
  const lines = Array.from({ length: events }, (_, row) => {
    const item = row % 10 === 0 ? items + row : below(items);
    const second = firstDay + daysUntilLater * daySeconds + Math.floor((row / events) * daySeconds);
    const team = below(240);
    const actor = personName(below(5000));
    return (
      `${keyOf(item)},${stamp(second)},99,moved,${stages[below(stages.length)]?.name},${teamName(team)},` +
      `${personName(below(5000))},${actor},Type ${1 + below(6)},P${1 + below(5)},Service ${1 + below(60)},\n`
    );
  });
  writeFileSync(path, [`${columns.join(',')}\n`, ...lines].join(''));
};

/** Makes items one after another, row by row. */
class Items {
  count = 0;
  readonly #below: (below: number) => number;
  readonly #emit: (line: string) => void;

  constructor(seed: number, emit: (line: string) => void) {
    this.#below = randomSource(seed);
    this.#emit = emit;
  }

  /** Writes the rows of the next item, at most so many, and answers how many. */
  write(most: number): number {
    const below = this.#below;
    const item = this.#header();
    const length = Math.min(most, 2 + below(14));
    const reopened = below(20) === 0 ? 3 : 0;
    const rows = Math.min(most, length + reopened);
    const finishes = below(12) > 0;
    let second = firstDay + below(days * daySeconds);
    const opened = stamp(second).slice(0, 16);
    let stage = 0;
    let team = below(240);
    let person = below(5000);
    for (let row = 0; row < rows; row++) {
      const last = row === length - 1 || row === rows - 1;
      if (row > 0) {
        second += this.#gap();
        stage = last && finishes ? this.#lastStage() : this.#nextStage(stage);
        if (below(5) === 0) team = below(4) === 0 ? below(240) : (team + 1 + below(4)) % 240;
        if (below(3) === 0) person = this.#colleague(team);
      }
      const actor = below(4) === 0 ? this.#colleague(team) : person;
      this.#emit(
        `${item.key},${stamp(second)},${row + 1},${actions[row === 0 ? 0 : below(actions.length)]},` +
          `${stages[stage]?.name},${below(30) === 0 ? '' : teamName(team)},${below(10) === 0 ? '' : personName(person)},` +
          `${personName(actor)},${item.attributes},${opened}\n`,
      );
    }
    return rows;
  }

  #header(): { key: string; attributes: string } {
    const below = this.#below;
    const key = keyOf(this.count++);
    const priority = below(40) === 0 ? '' : `P${1 + below(5)}`;
    const service = below(20) === 0 ? '' : `Service ${1 + below(60)}`;
    return { key, attributes: `Type ${1 + below(6)},${priority},${service}` };
  }

  /** Seconds to the next row: none in 3 %, else from two minutes to eleven days, mostly short. */
  #gap(): number {
    return this.#below(100) < 3 ? 0 : Math.floor(120 * Math.exp((this.#below(65_536) / 65_536) * 9));
  }

  /** One step on in most cases, one back in some, and where it is in the rest; a finished item is taken up again. */
  #nextStage(stage: number): number {
    if (stage >= stages.length - 3) return reopenedStage;
    const turn = this.#below(20);
    if (turn < 11) return Math.min(stage + 1, stages.length - 4);
    return turn < 13 ? Math.max(0, stage - 1) : stage;
  }

  #lastStage(): number {
    const turn = this.#below(20);
    return stages.length - (turn === 0 ? 1 : turn < 6 ? 2 : 3);
  }

  #colleague(team: number): number {
    return (team * 21 + this.#below(24)) % 5000;
  }
}

/** An odd factor makes every number below 2^24 come once before any comes again. */
const keyOf = (item: number): string => `REQ-${String(Math.imul(item, 9_738_413) & 0xff_ff_ff).padStart(8, '0')}`;

const reopenedStage = stages.findIndex(({ name }) => name === 'Development');

const teamName = (team: number): string => `Group ${team + 1}`;

const personName = (person: number): string => `${givenNames[person % 20]} ${familyNames[Math.floor(person / 20)]}`;

const givenNames =
  'Ada Ben Cleo Dan Eva Finn Gita Hugo Ines Jan Kira Luis Mona Nils Olga Paul Rita Sven Tara Uwe'.split(' ');
const familyNames = Array.from({ length: 250 }, (_, index) => `Family${String(index).padStart(3, '0')}`);

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const dayTexts = new Map<number, string>();

/** A local time of the log, to the second and without a zone. */
const stamp = (second: number): string => {
  const day = Math.floor(second / daySeconds);
  const time = second - day * daySeconds;
  const hour = Math.floor(time / 3600);
  const minute = Math.floor(time / 60) % 60;
  return `${dayText(day)} ${two[hour]}:${two[minute]}:${two[time % 60]}`;
};

const dayText = (day: number): string => {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * daySeconds * 1000).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
};

/** A file whose lines are written in another order than they come in. */
class ScatteredLines {
  readonly #file: number;
  readonly #pool = Buffer.allocUnsafeSlow(pooledRows * slotBytes);
  readonly #lengths = new Uint8Array(pooledRows);
  readonly #below: (below: number) => number;
  readonly #out = Buffer.allocUnsafeSlow(1 << 22);
  #pooled = 0;
  #end = 0;

  constructor(path: string, seed: number) {
    this.#file = openSync(path, 'w');
    this.#below = randomSource(seed + 1);
  }

  first(line: string): void {
    this.#end += this.#out.write(line, this.#end, 'latin1');
  }

  add(line: string): void {
    const full = this.#pooled === pooledRows;
    const slot = full ? this.#below(pooledRows) : this.#pooled++;
    if (full) this.#release(slot);
    this.#lengths[slot] = this.#pool.write(line, slot * slotBytes, slotBytes, 'latin1');
  }

  close(): void {
    for (; this.#pooled > 0; this.#pooled--) {
      const slot = this.#below(this.#pooled);
      this.#release(slot);
      const last = this.#pooled - 1;
      this.#pool.copyWithin(slot * slotBytes, last * slotBytes, (last + 1) * slotBytes);
      this.#lengths[slot] = this.#lengths[last] ?? 0;
    }
    this.#flush();
    closeSync(this.#file);
  }

  #release(slot: number): void {
    const from = slot * slotBytes;
    this.#end += this.#pool.copy(this.#out, this.#end, from, from + (this.#lengths[slot] ?? 0));
    if (this.#end > this.#out.length - slotBytes) this.#flush();
  }

  #flush(): void {
    for (let at = 0; at < this.#end; ) at += writeSync(this.#file, this.#out, at, this.#end - at);
    this.#end = 0;
  }
}
