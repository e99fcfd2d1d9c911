import type { Engine } from './engine.ts';
import { identifier, join, sql } from './sql.ts';
import { type Cell, TableWriter } from './table-writer.ts';

/** The columns of a table, in their order. */
export type Columns = Readonly<Record<string, keyof typeof sqlTypes>>;

const sqlTypes = { int: sql`int`, double: sql`double`, text: sql`text`, boolean: sql`boolean` } as const;

/** Makes a table, in the place of one of that name, and fills it; a temporary one is gone with the engine. */
export const makeTable = async (
  engine: Engine,
  name: string,
  columns: Columns,
  rows: Iterable<readonly Cell[]>,
  lasting: 'temporary' | 'kept',
): Promise<void> => {
  const declared = Object.entries(columns).map(([column, type]) => sql`${identifier(column)} ${sqlTypes[type]}`);
  const { create, place } = engine.scratch;
  const table =
    lasting === 'temporary'
      ? sql`${create} ${place}.${identifier(name)}`
      : sql`create or replace table ${identifier(name)}`;
  await engine.run(sql`${table} (${join(declared)})`);
  await engine.alone(async () => {
    const writer = await TableWriter.open(engine, name, Object.values(columns), lasting);
    for (const row of rows) writer.add(row);
    writer.close();
  });
};
