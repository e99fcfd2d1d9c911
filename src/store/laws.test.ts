import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { type Backend, backends } from './fixtures/backends.ts';
import { openStore, type Store } from './open.ts';
import { type Body, byId, idText, type RecordId, type StoredRecord } from './record.ts';

type Move = { readonly minute: number; readonly writes: readonly (RecordId & { readonly body: Body | null })[] };

const body = fc.option(
  fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }),
  { freq: 4 },
);
const oneWrite = fc.record({
  kind: fc.constantFrom('team', 'goal'),
  design: fc.constantFrom('', 'today'),
  key: fc.constantFrom('a', 'b', 'B'),
  body,
});
/** Minutes go back and forth: clocks do. */
const move: fc.Arbitrary<Move> = fc.record({
  minute: fc.integer({ min: 0, max: 9 }),
  writes: fc.uniqueArray(oneWrite, { selector: idText, maxLength: 4 }),
});
const moves = fc.array(move, { maxLength: 8 });

const instant = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString();
const occasion = (minute: number) => ({ actor: 'ada', at: instant(minute), reason: '', via: 'test' });

/** A map of records after each move that changed something, with the minute it counts as done in. */
const modelOf = (log: readonly Move[]): { minute: number; records: Map<string, StoredRecord> }[] => {
  const states = [{ minute: 0, records: new Map<string, StoredRecord>() }];
  for (const { minute, writes } of log) {
    const last = states.at(-1) ?? { minute: 0, records: new Map() };
    const records = new Map(last.records);
    for (const { body, ...id } of writes) {
      if (body === null) records.delete(idText(id));
      else records.set(idText(id), { ...id, body });
    }
    if (text(records.values()) !== text(last.records.values())) {
      states.push({ minute: Math.max(minute, last.minute), records });
    }
  }
  return states;
};

const text = (records: Iterable<StoredRecord>): string =>
  canonical([...records].sort(byId).map(({ kind, design, key, body }) => ({ kind, design, key, body })));

const play = async (store: Store, log: readonly Move[]): Promise<void> => {
  for (const { minute, writes } of log) await store.write(occasion(minute), writes);
};

describe.each(backends)('in $name', ({ start, runs }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  const holds = (law: (store: Store, log: readonly Move[]) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(moves, async (log) => {
        const store = await openStore(await backend.fresh());
        try {
          await play(store, log);
          await law(store, log);
        } finally {
          await store.close();
        }
      }),
      { numRuns: runs },
    );

  test('the records of every minute are those of a plain map', () =>
    holds(async (store, log) => {
      const states = modelOf(log);
      expect(text(await store.current())).toBe(text(states.at(-1)?.records.values() ?? []));
      for (let minute = 0; minute < 10; minute += 1) {
        const then = states.findLast((state) => state.minute <= minute);
        expect(text(await store.asOf(instant(minute)))).toBe(text(then?.records.values() ?? []));
      }
    }));

  test('the past stays as it was read, whatever is written later', () =>
    holds(async (store) => {
      const before = text(await store.asOf(instant(8)));
      const newest = (await store.history({ limit: 1 }))[0]?.at ?? '';
      await store.write(occasion(9), [{ kind: 'team', design: '', key: 'late', body: {} }]);
      await store.write(occasion(0), [{ kind: 'team', design: '', key: 'later', body: {} }]);
      expect(text(await store.asOf(instant(8)))).toBe(before);
      expect((await store.history({ key: 'later' })).every(({ at }) => at >= newest)).toBe(true);
    }));

  test('the same writes a second time add no history', () =>
    holds(async (store, log) => {
      const before = await store.history();
      const last = log.at(-1);
      const all = (await store.current()).map(({ version, ...record }) => ({ ...record, expected: version }));
      await store.write(occasion(9), [...all]);
      if (last) await store.write(occasion(9), last.writes);
      expect(await store.history()).toEqual(before);
    }));

  test('the history, told forward, ends at what stands', () =>
    holds(async (store) => {
      const records = new Map<string, Map<string, unknown>>();
      for (const change of (await store.history()).reverse()) {
        const fields = new Map(records.get(idText(change)));
        for (const { field, ...sides } of change.fields) {
          expect(canonical(fields.has(field) ? [fields.get(field)] : [])).toBe(
            canonical('from' in sides ? [sides.from] : []),
          );
          if ('to' in sides) fields.set(field, sides.to);
          else fields.delete(field);
        }
        if (change.what === 'closed') records.delete(idText(change));
        else records.set(idText(change), fields);
      }
      const told = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
      const stands = (await store.current()).map((record): [string, Map<string, unknown>] => [
        idText(record),
        new Map(Object.entries(record.body)),
      ]);
      expect(told).toEqual(stands.sort(([a], [b]) => (a < b ? -1 : 1)));
    }));
});
