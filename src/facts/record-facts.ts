import type { Engine } from '#engine/engine.ts';
import { makeTable } from '#engine/make-table.ts';
import { sql } from '#engine/sql.ts';
import { digestOf } from '#mapping/digest.ts';
import type { OnRecord } from './records/define.ts';
import { recordTables } from './records/index.ts';

/** The first and the last instant (ms) at which something on record happened that figures are read from; none where nothing did. */
export const spanOnRecord = (records: OnRecord): { readonly first: number; readonly last: number } | undefined => {
  const instants = recordTables.flatMap(({ columns, instants: told, rows, happened }) => {
    if (told.length === 0) return [];
    if (happened) return happened(records);
    const places = told.map((name) => Object.keys(columns).indexOf(name));
    return rows(records).flatMap((row) => places.map((place) => row[place]).filter((cell) => typeof cell === 'number'));
  });
  if (instants.length === 0) return undefined;
  const earliest = (a: number, b: number): number => Math.min(a, b);
  const latest = (a: number, b: number): number => Math.max(a, b);
  return { first: instants.reduce(earliest), last: instants.reduce(latest) };
};

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
