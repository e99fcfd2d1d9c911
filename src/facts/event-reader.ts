import type { Engine } from '#engine/engine.ts';
import { identifier, join, sql } from '#engine/sql.ts';

/** Columns of the event table as they are read: ints with -1 and doubles with NaN where there is nothing. */
export type EventColumns = {
  readonly item: Int32Array;
  readonly instant: Float64Array;
  readonly state: Int32Array;
  readonly team: Int32Array;
  readonly person: Int32Array;
  readonly actor: Int32Array;
  readonly activity: Int32Array;
  readonly type: Int32Array;
  readonly priority: Int32Array;
  readonly capability: Int32Array;
  readonly initiative: Int32Array;
  readonly channel: Int32Array;
  readonly created: Float64Array;
  readonly promised: Float64Array;
};

const wholeNumbers = [
  'item',
  'state',
  'team',
  'person',
  'actor',
  'activity',
  'type',
  'priority',
  'capability',
  'initiative',
  'channel',
] as const;
const instants = ['instant', 'created', 'promised'] as const;

/** A stretch of rows that holds whole items only: the rows of one item are those from its start to the next start. */
export type ItemBatch = { readonly columns: EventColumns; readonly starts: readonly number[]; readonly end: number };

const roomFor = 1 << 17;

/**
 * All events in order, in batches of whole items.
 *
 * The arrays are used again for the next batch: what is to be kept must be copied. Columns in which no event carries
 * anything are not read at all.
 */
export async function* readItems(engine: Engine): AsyncGenerator<ItemBatch> {
  const ints = await filledColumns(engine, wholeNumbers);
  const doubles = await filledColumns(engine, instants);
  const read = [...ints, ...doubles];
  if (read.length === 0) return;
  let columns = allocate(roomFor);
  let filled = 0;
  const result = await engine.stream(sql`select ${join(read.map((name) => columnOf(name)))} from event`);
  for (;;) {
    const chunk = await result.fetchChunk();
    const rows = chunk?.rowCount ?? 0;
    if (!chunk || rows === 0) break;
    if (filled + rows > columns.item.length) columns = grown(columns);
    for (const [position, name] of read.entries()) copy(chunk.getColumnVector(position), columns[name], filled, rows);
    filled += rows;
    if (filled + 4096 < columns.item.length) continue;
    const starts = itemStarts(columns.item, filled);
    const keepFrom = starts.pop() ?? 0;
    if (starts.length > 0) yield { columns, starts, end: keepFrom };
    for (const array of Object.values(columns)) array.copyWithin(0, keepFrom, filled);
    filled -= keepFrom;
  }
  if (filled > 0) yield { columns, starts: itemStarts(columns.item, filled), end: filled };
}

type Vector = { getItem(index: number): unknown };

const copy = (vector: Vector, into: Int32Array | Float64Array, at: number, rows: number): void => {
  const nothing = into instanceof Int32Array ? -1 : Number.NaN;
  for (let row = 0; row < rows; row++) {
    const cell = vector.getItem(row);
    into[at + row] = typeof cell === 'number' ? cell : nothing;
  }
};

const itemStarts = (item: Int32Array, filled: number): number[] => {
  const starts: number[] = [];
  for (let row = 0; row < filled; row++) if (row === 0 || item[row] !== item[row - 1]) starts.push(row);
  return starts;
};

const columnOf = (name: string) => identifier(name === 'item' ? 'item_id' : name);

const filledColumns = async <Name extends string>(engine: Engine, names: readonly Name[]): Promise<Name[]> => {
  const counts = names.map((name) => sql`count(${columnOf(name)})::double as ${identifier(name)}`);
  const filled = await engine.one(sql`select ${join(counts)} from event`);
  return names.filter((name) => Number(filled?.[name] ?? 0) > 0);
};

const allocate = (rows: number): EventColumns => {
  const codes = () => new Int32Array(rows).fill(-1);
  const times = () => new Float64Array(rows).fill(Number.NaN);
  return {
    item: codes(),
    state: codes(),
    team: codes(),
    person: codes(),
    actor: codes(),
    activity: codes(),
    type: codes(),
    priority: codes(),
    capability: codes(),
    initiative: codes(),
    channel: codes(),
    instant: times(),
    created: times(),
    promised: times(),
  };
};

/** An item with more rows than there is room for: rare, and never a reason to stop. */
const grown = (columns: EventColumns): EventColumns => {
  const larger = allocate(columns.item.length * 2);
  for (const name of [...wholeNumbers, ...instants]) larger[name].set(columns[name]);
  return larger;
};
