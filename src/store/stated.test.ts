import { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Backend, backends } from './fixtures/backends.ts';
import { on, said, teams } from './fixtures/language.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore, type Store } from './open.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { write } from './write.ts';

describe.each(backends)('what the files said, in $name,', ({ start }) => {
  let backend: Backend;
  let store: Store;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());
  beforeEach(async () => {
    store = await openStore(await backend.fresh());
    return () => store.close();
  });

  const stated = async (): Promise<string> => said((await store.stated()).toSorted((a, b) => (a.key < b.key ? -1 : 1)));

  test.each([
    ['nothing at first', '', ''],
    ['what was said', 'a 1, b 2', 'a 1, b 2'],
    ['what was said last', 'a 1, b 2; a 3', 'a 3, b 2'],
    ['nothing that is said no more', 'a 1, b 2; a -', 'b 2'],
  ])('is %s', async (_, log, expected) => {
    for (const line of log.split('; ').filter((text) => text !== '')) await store.write(on('02'), [], teams(line));
    expect(await stated()).toBe(expected);
  });

  test('is kept with the records, or neither is', async () => {
    await store.write(on('02'), teams('a 1'), teams('a 1'));
    await expect(store.write(on('03'), teams('a 2 ?7'), teams('a 2'))).rejects.toMatchObject({
      code: 'store-conflict',
    });
    expect([await stated(), said(await store.current())]).toEqual(['a 1', 'a 1']);
  });

  test('takes no number where no record changes', async () => {
    await store.write(on('02'), teams('a 1'));
    expect(await store.write(on('03'), teams('a 1'), teams('a 1'))).toMatchObject({ changeSet: null });
    expect(await store.write(on('03'), teams('a 2'))).toMatchObject({ changeSet: 2 });
  });

  test('is, in a store from before, what stands', async () => {
    const address = await backend.fresh();
    const old = new Kysely<Tables>({
      dialect: 'sqlite' in address ? sqliteDialect(address.sqlite) : postgresDialect(address.postgres),
    });
    const { '2026-11-23-records': first } = migrations;
    await migrate(old, 'here', first ? { '2026-11-23-records': first } : {});
    await write(old, on('02'), teams('a 1, b 2'));
    await write(old, on('03'), teams('a 3, b -'));
    await old.destroy();
    const opened = await openStore(address);
    expect(said(await opened.stated())).toBe('a 3');
    await opened.close();
  });
});
