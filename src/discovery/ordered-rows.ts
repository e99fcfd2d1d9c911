import type { Engine } from '#engine/engine.ts';
import { join, type Sql, sql } from '#engine/sql.ts';

/** Rows of whole items, item after item and each item's in order; one array a column, the item's code first. */
export type OrderedRows = { readonly length: number; readonly columns: readonly Float64Array[] };

const itemsAtOnce = 1 << 16;

/**
 * The rows of a table of facts in batches, as numbers.
 *
 * What is counted once an item takes the database a table of all items and what was counted; who reads the items one after
 * the other only has to remember the last. Facts are written in that order, and where they were not, the batch is asked
 * for again in order. Columns must not be null; the arrays are used again for the next batch.
 */
export async function* orderedRows(
  engine: Engine,
  rows: { readonly from: Sql; readonly number: Sql; readonly columns: readonly Sql[] },
): AsyncGenerator<OrderedRows> {
  const last = await engine.one<{ item: number }>(
    sql`select coalesce(max(item_id), -1)::int as item from ${rows.from}`,
  );
  const all = [sql`item_id`, rows.number, ...rows.columns];
  const names = join(all.map((column) => sql`(${column})::double`));
  let columns = all.map(() => new Float64Array(0));
  const room = (length: number): Float64Array[] => {
    if (length > (columns[0]?.length ?? 0)) columns = all.map(() => new Float64Array(length));
    return columns;
  };
  for (let item = 0; item <= (last?.item ?? -1); item += itemsAtOnce) {
    const batch = sql`select ${names} from ${rows.from} where item_id >= ${item} and item_id < ${item + itemsAtOnce}`;
    const length = await engine.numbers(batch, room);
    if (!inOrder(columns, length)) await engine.numbers(sql`${batch} order by item_id, ${rows.number}`, room);
    yield { length, columns: columns.filter((_, index) => index !== 1) };
  }
}

const inOrder = (
  [items = new Float64Array(), numbers = new Float64Array()]: Float64Array[],
  length: number,
): boolean => {
  for (let row = 1; row < length; row++) {
    const step = (items[row] ?? 0) - (items[row - 1] ?? 0);
    if (step < 0 || (step === 0 && (numbers[row] ?? 0) < (numbers[row - 1] ?? 0))) return false;
  }
  return true;
};
