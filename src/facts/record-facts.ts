import type { Engine } from '#engine/engine.ts';
import { makeTable } from '#engine/make-table.ts';
import { sql } from '#engine/sql.ts';
import { digestOf } from '#mapping/digest.ts';
import type { OnRecord } from './records/define.ts';
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
    // Made new and not emptied: a later version may know further columns.
    for (const { name, columns, rows } of tables) await makeTable(engine, name, columns, rows, 'kept');
    await engine.run(sql`insert or replace into setting values ('records-made', ${made})`);
  });
};
