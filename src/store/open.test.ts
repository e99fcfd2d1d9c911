import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Backend, backends } from './fixtures/backends.ts';
import { on, said, teams } from './fixtures/language.ts';
import { openStore, type Store } from './open.ts';

describe.each(backends)('a store in $name', ({ start }) => {
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

  const write = async (log: string): Promise<void> => {
    for (const line of log.split('; ')) {
      const [day = '', ...rest] = line.split(' ');
      await store.write(on(day), teams(rest.join(' ')));
    }
  };

  test.each([
    ['nothing at first', '02 x -', ''],
    ['what was written', '02 payments 5', 'payments 5'],
    ['the last of several writes', '02 payments 5; 03 payments 6', 'payments 6'],
    ['nothing that was closed', '02 payments 5, search 3; 03 payments -', 'search 3'],
    ['what was opened again', '02 payments 5; 03 payments -; 04 payments 5', 'payments 5'],
    ['no other design', '02 payments 5, payments@tomorrow 9', 'payments 5'],
    [
      'keys by code unit, whatever the alphabet',
      '02 a-b 1, aa 2, a 3, B 4, é 5, z 6',
      'B 4, a 3, a-b 1, aa 2, z 6, é 5',
    ],
  ])('tells as current %s', async (_, log, expected) => {
    await write(log);
    expect(said(await store.current('today'))).toBe(expected);
  });

  test('tells every design when none is named', async () => {
    await write('02 payments 5, payments@tomorrow 9, payments@past 1');
    expect(said(await store.current())).toBe('payments@past 1, payments 5, payments@tomorrow 9');
  });

  test.each([
    ['nothing before the first write', '02 a 1', '2026-03-02T11:59:59.999Z', ''],
    ['a change of that very instant', '02 a 1; 03 a 2', '2026-03-03T12:00:00.000Z', 'a 2'],
    ['no change a millisecond later', '02 a 1; 03 a 2', '2026-03-03T11:59:59.999Z', 'a 1'],
    ['what is closed by now', '02 a 1; 03 a -', '2026-03-02T12:00:00.000Z', 'a 1'],
    ['nothing while it was closed', '02 a 1; 03 a -; 04 a 2', '2026-03-03T18:00:00.000Z', ''],
    ['the last of two changes of one instant', '02 a 1; 02 a 2', '2026-03-02T12:00:00.000Z', 'a 2'],
    ['an instant given with an offset', '02 a 1; 03 a 2', '2026-03-03T13:00:00+01:00', 'a 2'],
    ['no past that a slow clock wrote into', '04 a 1; 02 a 2', '2026-03-03T00:00:00.000Z', ''],
    ['the change of a slow clock with the one before it', '04 a 1; 02 a 2', '2026-03-04T12:00:00.000Z', 'a 2'],
    ['one design only', '02 a 1, a@tomorrow 2', '2026-03-02T12:00:00.000Z', 'a 1'],
  ])('tells as of then %s', async (_, log, instant, expected) => {
    await write(log);
    expect(said(await store.asOf(instant, 'today'))).toBe(expected);
  });

  test.each([
    ['a write of what already stands', '02 a 1; 03 a 1', 1],
    ['a close of what is closed', '02 a 1; 03 a -; 04 a -', 2],
    ['a close of what never was', '02 a -', 0],
    ['two real changes', '02 a 1; 03 a 2', 2],
    ['one record of two that differs', '02 a 1, b 1; 03 a 1, b 2', 3],
  ])('after %s has that many changes', async (_, log, changes) => {
    await write(log);
    expect(await store.history()).toHaveLength(changes);
  });

  test('tells the history newest first, and of one change set in order of key', async () => {
    await store.write(on('02', 'founded'), teams('payments 5, alerts 3'));
    await store.write(on('03', 'grew'), teams('payments 6'));
    await store.write(on('04', 'dissolved'), teams('alerts -'));
    const lines = (await store.history()).map(({ changeSet, reason, key, version, what, fields }) =>
      [
        changeSet,
        reason,
        key,
        version,
        what,
        ...fields.map(({ field, from, to }) => `${field}:${String(from)}>${String(to)}`),
      ].join(' '),
    );
    expect(lines).toEqual([
      '3 dissolved alerts 2 closed name:alerts>undefined size:3>undefined',
      '2 grew payments 2 changed size:5>6',
      '1 founded alerts 1 opened name:undefined>alerts size:undefined>3',
      '1 founded payments 1 opened name:undefined>payments size:undefined>5',
    ]);
  });

  test('tells who changed a record, when, why and through which door', async () => {
    await store.write({ ...on('02', 'asked by the board'), actor: 'bob', actorVerified: true }, teams('a 1'));
    expect(await store.history()).toEqual([
      {
        kind: 'team',
        design: 'today',
        key: 'a',
        changeSet: 1,
        actor: 'bob',
        actorVerified: true,
        at: '2026-03-02T12:00:00.000Z',
        reason: 'asked by the board',
        via: 'test',
        version: 1,
        what: 'opened',
        fields: [
          { field: 'name', to: 'a' },
          { field: 'size', to: 1 },
        ],
      },
    ]);
  });

  test.each([
    ['a key', { key: 'a' }, ['a today 2', 'a tomorrow 1', 'a today 1']],
    ['a design', { design: 'tomorrow' }, ['a tomorrow 1']],
    ['a kind nobody uses', { kind: 'goal' }, []],
    ['a record', { kind: 'team', key: 'a', design: 'today' }, ['a today 2', 'a today 1']],
    ['what was not opened for the first time', { fromVersion: 2 }, ['a today 2']],
    ['the newest two', { limit: 2 }, ['a today 2', 'b today 1']],
  ])('narrows the history to %s', async (_, filter, expected) => {
    await write('02 a 1; 03 a@tomorrow 9; 04 b 1; 05 a 2');
    expect((await store.history(filter)).map(({ key, design, version }) => `${key} ${design} ${version}`)).toEqual(
      expected,
    );
  });

  test('answers a write with what it changed', async () => {
    await write('02 a 1, b 1');
    expect(await store.write(on('03'), teams('a 1, b -, c 1'))).toEqual({
      changeSet: 2,
      recordedAt: '2026-03-03T12:00:00.000Z',
      changed: [
        { kind: 'team', design: 'today', key: 'b', version: 2, what: 'closed' },
        { kind: 'team', design: 'today', key: 'c', version: 1, what: 'opened' },
      ],
    });
  });

  test('tells the last change of any kind but one', async () => {
    expect(await store.lastChangeBut('team')).toBe(0);
    await write('02 a 1; 03 a 2; 04 a -');
    const kinds = (await store.history()).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['team']);
    expect([await store.lastChangeBut('team'), await store.lastChangeBut('service')]).toEqual([0, 3]);
  });

  test('answers a write that changed nothing with no change set, and leaves no gap in their numbers', async () => {
    await write('02 a 1');
    expect(await store.write(on('03'), teams('a 1'))).toEqual({ changeSet: null, recordedAt: null, changed: [] });
    expect((await store.write(on('04'), teams('a 2'))).changeSet).toBe(2);
  });

  test('refuses the whole write when one of its records moved on, and can write after that', async () => {
    await write('02 a 1; 03 a 2');
    await expect(store.write(on('04'), teams('b 1, a 3 ?1'))).rejects.toThrow(
      'The team a was changed by somebody else: version 1 was expected, version 2 was found.',
    );
    expect(said(await store.current())).toBe('a 2');
    await store.write(on('04'), teams('b 1, a 3 ?2'));
    expect(said(await store.current())).toBe('a 3, b 1');
  });

  test('lets writers take turns, and no write is lost', async () => {
    const many = Array.from({ length: 20 }, (_, n) => store.write(on('02'), teams(`a ${n}, k${n} ${n}`)));
    const numbers = (await Promise.all(many)).map(({ changeSet }) => changeSet);
    expect(numbers.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await store.current()).toHaveLength(21);
  });

  test('of two who change the same version, lets one through', async () => {
    await write('02 a 1');
    const both = await Promise.allSettled([2, 3].map((size) => store.write(on('03'), teams(`a ${size} ?1`))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('takes more records at once than fit into one statement', async () => {
    const text = (size: number) => Array.from({ length: 1001 }, (_, n) => `k${n} ${size}`).join(', ');
    await store.write(on('02'), teams(text(1)));
    const { changed } = await store.write(on('03'), teams(text(2)));
    expect(changed).toHaveLength(1001);
    expect((await store.current()).every(({ version, body }) => version === 2 && body.size === 2)).toBe(true);
  });

  test('gives back every text as it was', async () => {
    const body = { text: 'a\u0000b \ud800 é 😀 "\\\n', __proto: null, list: [1.5, -0.1, 1e21, true, {}] };
    await store.write(on('02'), [{ kind: 'goal', design: '', key: 'é 😀', body }]);
    expect(await store.current('')).toEqual([{ kind: 'goal', design: '', key: 'é 😀', version: 1, body }]);
  });

  test.each([
    ['keeps a value', ['x'], 'x'],
    ['keeps the last of two values', ['x', 'y'], 'y'],
    ['forgets a value', ['x', null], undefined],
    ['knows no value that nobody kept', [], undefined],
  ])('%s under a key', async (_, values, expected) => {
    for (const value of values) await store.keepSetting('zone', value);
    await store.keepSetting('other', 'z');
    expect(await store.setting('zone')).toBe(expected);
  });
});
