import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Backend, backends } from './fixtures/backends.ts';
import { on, said, teams } from './fixtures/language.ts';
import { openStore } from './open.ts';

describe.each(backends)('in $name, a write that was checked against what stood', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  test.each([
    ['is made while nothing else came', 'a 1', 'b 2', 1, { changeSet: 2 }],
    ['is made for whoever does not say what was known', 'a 1; c 3', 'b 2', undefined, { changeSet: 3 }],
    [
      'is refused after another change, of whatever record',
      'a 1; c 3',
      'b 2',
      1,
      { code: 'store-moved', detail: { known: 1, found: 2 } },
    ],
    ['needs nothing where all stands already', 'a 1; c 3', 'a 1', 1, { changeSet: null }],
  ])('%s', async (_, log, write, known, expected) => {
    const store = await openStore(await backend.fresh());
    for (const line of log.split('; ')) await store.write(on('02'), teams(line));
    const found = await store.write(on('03'), teams(write), [], known).catch((error: unknown) => error);
    expect(found).toMatchObject(expected);
    expect(said(await store.current()).includes('b 2')).toBe('changeSet' in expected && expected.changeSet !== null);
    await store.close();
  });

  test('is one of two at once, and the other is refused', async () => {
    const address = await backend.fresh();
    const stores = [await openStore(address), await openStore(address)];
    for (let round = 0; round < 5; round += 1) {
      const known = (await stores[0]?.lastChange()) ?? 0;
      const made = await Promise.allSettled(
        stores.map((store, place) => store.write(on('02'), teams(`r${round}x${place} 1`), [], known)),
      );
      expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(made.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'store-moved' } });
    }
    for (const store of stores) await store.close();
  });
});
