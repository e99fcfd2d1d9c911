import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { type Cell, TableWriter } from '#engine/table-writer.ts';
import { digestOf } from '#mapping/digest.ts';
import type { OnRecord, RecordTable } from './records/define.ts';
import { recordTables } from './records/index.ts';

/**
 * Makes the tables of records say what the records say (docs/decisions/0015).
 *
 * They are compared by their rows, so a record that nothing is read from, or an instant that changes none of them, leaves
 * the tables as they stand.
 */
export const buildRecordFacts = async (engine: Engine, records: OnRecord): Promise<void> => {
  const tables = recordTables.map((table) => ({ ...table, rows: table.rows(records) }));
  const made = digestOf(tables);
  const kept = await engine.one<{ value: string }>(sql`select value from setting where key = 'records-made'`);
  if (kept?.value === made) return;
  await engine.transaction(async () => {
    for (const table of tables) await write(engine, table);
    await engine.run(sql`insert or replace into setting values ('records-made', ${made})`);
  });
};

type Filled = Omit<RecordTable, 'rows'> & { readonly rows: readonly (readonly Cell[])[] };

/** Made new and not emptied: a later version may know further columns. */
const write = async (engine: Engine, { name, columns, rows }: Filled): Promise<void> => {
  const types = Object.values(columns);
  const declared = Object.entries(columns).map(([column, type]) => sql`${identifier(column)} ${sqlTypes[type]}`);
  await engine.run(sql`create or replace table ${identifier(name)} (${join(declared)})`);
  const writer = await TableWriter.open(engine, name, types);
  for (const row of rows) writer.add(row);
  writer.close();
};

const sqlTypes: Readonly<Record<RecordTable['columns'][string], Sql>> = {
  int: sql`int`,
  double: sql`double`,
  text: sql`text`,
  boolean: sql`boolean`,
};
