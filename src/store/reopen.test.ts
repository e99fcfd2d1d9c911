import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoreAddress } from './address.ts';
import { type Backend, backends } from './fixtures/backends.ts';
import { on, said, teams } from './fixtures/language.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

const kysely = (address: StoreAddress): Kysely<Tables> =>
  new Kysely({ dialect: 'sqlite' in address ? sqliteDialect(address.sqlite) : postgresDialect(address.postgres) });

/** Does something to the tables that the program never would. */
const behind = async (address: StoreAddress, text: string): Promise<void> => {
  const db = kysely(address);
  await sql
    .raw(text)
    .execute(db)
    .finally(() => db.destroy());
};

describe.each(backends)('a store opened again in $name', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  test('holds what was written before', async () => {
    const address = await backend.fresh();
    const first = await openStore(address);
    await first.write(on('02'), teams('a 1'));
    await first.close();
    const second = await openStore(address);
    expect(said(await second.current())).toBe('a 1');
    expect((await second.write(on('03'), teams('a 2'))).changeSet).toBe(2);
    await second.close();
  });

  test('while it is open elsewhere sees what was written there', async () => {
    const address = await backend.fresh();
    const stores = await Promise.all([openStore(address), openStore(address)]);
    for (const [n, store] of stores.entries()) await store.write(on('02'), teams(`k${n} 1, shared ${n}`));
    for (const store of stores) expect(said(await store.current())).toBe('k0 1, k1 1, shared 1');
    for (const store of stores) await store.close();
  });

  test('is refused untouched when a newer program made it', async () => {
    const address = await backend.fresh();
    await (await openStore(address)).close();
    const future = { name: '2099-01-01-flying-teams', timestamp: '2099-01-01T00:00:00.000Z' };
    await behind(address, `insert into store_migration values ('${future.name}', '${future.timestamp}')`);
    await expect(openStore(address)).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(
        /was written by a newer version of this program, which added 2099-01-01-flying-teams/,
      ),
    });
  });

  test('takes back a step that fails half-way, and everything before it in the same start', async () => {
    const address = await backend.fresh();
    const db = kysely(address);
    const broken = {
      ...migrations,
      '2099-01-01-broken': {
        up: async (any: Kysely<unknown>) => {
          await any.schema.createTable('half_made').addColumn('id', 'integer').execute();
          await any.schema.createTable('half_made').addColumn('id', 'integer').execute();
        },
      },
    };
    await expect(migrate(db, 'here', broken)).rejects.toThrow(/already exists/);
    expect(
      (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !name.startsWith('store_')),
    ).toEqual([]);
    await migrate(db, 'here', migrations);
    await db.destroy();
  });

  test.each([
    [
      'two standing versions of one record',
      "('team', 'd', 'k', 2, '{}', 1, null)",
      'a_record_has_one_standing_version',
    ],
    ['a version of no change set', "('team', 'd', 'l', 1, '{}', 99, null)", 'a_version_begins_with_a_change_set'],
    ['a version that ends before it begins', "('team', 'd', 'l', 1, '{}', 1, 1)", 'a_version_ends_after_it_begins'],
    ['a version numbered zero', "('team', 'd', 'l', 0, '{}', 1, null)", 'versions_count_from_one'],
  ])('cannot be made to hold %s', async (_, row, constraint) => {
    const address = await backend.fresh();
    const store = await openStore(address);
    await store.write(on('02'), [{ kind: 'team', design: 'd', key: 'k', body: {} }]);
    await store.close();
    // SQLite names an index by its columns and a foreign key not at all.
    const words = 'sqlite' in address ? /constraint failed/i : new RegExp(constraint);
    await expect(behind(address, `insert into record_version values ${row}`)).rejects.toThrow(words);
  });
});

test.each([
  [
    'a folder that is not there',
    { sqlite: '/no/such/folder/records.sqlite' },
    /records\.sqlite cannot be read or written/,
  ],
  ['a file that is no database', { sqlite: import.meta.filename }, /file is not a database/],
  [
    'a server that is not there',
    { postgres: 'postgres://ada:secret@127.0.0.1:1/x' },
    /127\.0\.0\.1:1\/x .*ECONNREFUSED/,
  ],
])('a store is not opened from %s', async (_, address, message) => {
  const refused: unknown = await openStore(address).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'store-unreachable', message: expect.stringMatching(message) });
  expect(String(refused)).not.toContain('secret');
});

test('columns are the same in SQLite and PostgreSQL', async () => {
  const columns = async (address: StoreAddress): Promise<string[]> => {
    await (await openStore(address)).close();
    const db = kysely(address);
    const tables = await db.introspection.getTables();
    await db.destroy();
    return tables
      .flatMap(({ name, columns }) =>
        columns.map(
          (column) =>
            `${name}.${column.name} ${column.dataType.toLowerCase().replace('int4', 'integer')} ${column.isNullable}`,
        ),
      )
      .sort();
  };
  const [inSqlite, inPostgres] = await Promise.all(
    backends.map(async ({ start }) => {
      const { fresh, stop } = await start();
      const found = await columns(await fresh());
      await stop();
      return found.filter((column) => !column.startsWith('store_migration'));
    }),
  );
  expect(inPostgres).toEqual(inSqlite);
  expect(inSqlite).toContain('record_version.body text true');
});
