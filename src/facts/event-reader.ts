import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { namedRoles } from './names.ts';

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

const wholeNumbers = ['item', ...namedRoles] as const;
const instants = ['instant', 'created', 'promised'] as const;

/** A stretch of rows that holds whole items only: the rows of one item are those from its start to the next start. */
export type ItemBatch = { readonly columns: EventColumns; readonly starts: readonly number[]; readonly end: number };

const itemsAtOnce = 1 << 15;
/** So few rows are read at once, however far apart the codes of their items lie. */
const fewRows = 1 << 18;

/**
 * All events of a table in which they stand in order, in batches of whole items.
 *
 * Columns in which no event carries anything are not read at all. Each batch is asked for by itself, so that others may
 * write in between, and has arrays of its own, so that it can be given away.
 */
export async function* readItems(engine: Engine, table: Sql = sql`event`): AsyncGenerator<ItemBatch> {
  const read = await filledColumns(engine, table);
  const cells = join(
    read.map((name) => (isTime(name) ? sql`coalesce(${columnOf(name)}, 'nan')` : sql`coalesce(${columnOf(name)}, -1)`)),
  );
  const { items = 0, rows = 0 } =
    (await engine.one<{ items: number; rows: number }>(
      sql`select coalesce(max(item_id) + 1, 0)::int as items, count(*)::double as rows from ${table}`,
    )) ?? {};
  const step = rows <= fewRows ? Math.max(1, items) : itemsAtOnce;
  for (let item = 0; item < items; item += step) {
    const batch = sql`select ${cells} from ${table} where item_id >= ${item} and item_id < ${item + step}`;
    let columns = allocate(0);
    const end = await engine.numbers(batch, (length) => {
      columns = allocate(length);
      return read.map((name) => columns[name]);
    });
    yield { columns, starts: itemStarts(columns.item, end), end };
  }
}

const itemStarts = (item: Int32Array, filled: number): number[] => {
  const starts: number[] = [];
  for (let row = 0; row < filled; row++) if (row === 0 || item[row] !== item[row - 1]) starts.push(row);
  return starts;
};

const columnOf = (name: string) => identifier(name === 'item' ? 'item_id' : name);

const isTime = (name: string): boolean => instants.some((instant) => instant === name);

const filledColumns = async (engine: Engine, table: Sql): Promise<(keyof EventColumns)[]> => {
  const all = [...wholeNumbers, ...instants];
  const counts = all.map((name) => sql`count(${columnOf(name)})::double as ${identifier(name)}`);
  const filled = await engine.one(sql`select ${join(counts)} from ${table}`);
  return all.filter((name) => Number(filled?.[name] ?? 0) > 0);
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
