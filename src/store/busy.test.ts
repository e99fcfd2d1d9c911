import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Backend, backends } from './fixtures/backends.ts';
import { on, said, teams } from './fixtures/language.ts';
import { openStore } from './open.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

describe.each(backends)('while somebody else writes to $name', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  /** A store, and the end of a write by somebody else who has begun and taken the turn. */
  const contended = async () => {
    const address = await backend.fresh();
    const store = await openStore(address);
    await store.write(on('02'), teams('a 1'));
    const db = new Kysely<Tables>({
      dialect: 'sqlite' in address ? sqliteDialect(address.sqlite) : postgresDialect(address.postgres),
    });
    const transaction = await db.startTransaction().execute();
    await transaction.updateTable('writer_turn').set({ last_change: 9 }).execute();
    const finish = async () => {
      await transaction.rollback().execute();
      await db.destroy();
    };
    return { store, finish };
  };

  test('a write waits and reading does not', async () => {
    const { store, finish } = await contended();
    const written = store.write(on('03'), teams('a 2'));
    const early = await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 200, 'still waiting'))]);
    expect(early).toBe('still waiting');
    await finish();
    expect(await written).toMatchObject({ changeSet: 2 });
    await store.close();
  });

  test('a write gives up in the end, and says so', async () => {
    const { store, finish } = await contended();
    await expect(store.write(on('03'), teams('a 2'))).rejects.toMatchObject({
      code: 'store-busy',
      message: expect.stringMatching(/Somebody else has been writing to .* for 5 seconds/),
    });
    expect(said(await store.current())).toBe('a 1');
    await finish();
    await store.close();
  });
});
