import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Fault } from '#model/fault.ts';
import type { Tables } from './tables.ts';

const table = 'store_migration';

/**
 * Brings a database to this program's tables.
 *
 * A database that has taken a step this program does not know is refused untouched: its rows may mean something else by
 * now. Nothing is locked when nothing is missing.
 */
export const migrate = async (
  db: Kysely<Tables>,
  where: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> => {
  const taken = await takenSteps(db);
  const unknown = taken.find((name) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined) throw new Fault('store-newer', { where, migration: unknown });
  if (taken.length === Object.keys(migrations).length) return;
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  }).migrateToLatest();
  if (error !== undefined) throw error;
};

const takenSteps = async (db: Kysely<Tables>): Promise<string[]> => {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === table)) return [];
  const rows = await db.withTables<{ [table]: { name: string } }>().selectFrom(table).select('name').execute();
  return rows.map(({ name }) => name);
};
