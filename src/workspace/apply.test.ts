import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CurrentRecord, planApply } from './apply.ts';

/** `team x size=5` as a record of the current design; `@3` gives its version, `next/` another design, `/` none. */
const read = (text: string): CurrentRecord => {
  const [, design = 'current', kind = '', key = '', size, version] =
    /^(?:(\w*)\/)?([\w-]+) (\w+)(?: size=(\d+))?(?: @(\d+))?$/.exec(text) ?? [];
  const body = size === undefined ? { key } : { key, size: Number(size) };
  return { kind, design, key, body, ...(version === undefined ? {} : { version: Number(version) }) };
};

const told = (current: readonly string[], wanted: readonly string[]): string[] => {
  const { changes, unchanged } = planApply(current.map(read), wanted.map(read));
  const lines = changes.map(({ design, kind, key, what, fields }) =>
    [design, kind, key, what, ...fields.map(({ field, from, to }) => `${field}:${String(from)}→${String(to)}`)].join(
      ' ',
    ),
  );
  return [...lines, `${unchanged} unchanged`];
};

test.each([
  ['adds what the store lacks', [], ['team x size=5'], ['current team x added size:undefined→5', '0 unchanged']],
  ['changes what differs', ['team x size=5'], ['team x size=6'], ['current team x changed size:5→6', '0 unchanged']],
  ['takes a field away', ['team x size=5'], ['team x'], ['current team x changed size:5→undefined', '0 unchanged']],
  ['removes what the files lack', ['team x size=5'], [], ['current team x removed size:5→undefined', '0 unchanged']],
  ['leaves what is alike', ['team x size=5', 'team y'], ['team x size=5', 'team y'], ['2 unchanged']],
  ['leaves records that are none of the files', ['person x', 'setting y'], [], ['0 unchanged']],
  [
    'moves to the workspace what was kept under a design',
    ['capability x size=5', 'capability y'],
    ['/capability x size=6', '/capability y'],
    [
      ' capability x changed design:current→undefined size:5→6',
      ' capability y changed design:current→undefined',
      '0 unchanged',
    ],
  ],
  [
    'moves one of two that were kept under two designs, and removes the other',
    ['capability x', 'next/capability x'],
    ['/capability x'],
    [' capability x changed design:current→undefined', 'next capability x removed', '0 unchanged'],
  ],
  [
    'removes what was kept under a design and stands in no file',
    ['capability x'],
    [],
    ['current capability x removed', '0 unchanged'],
  ],
  [
    'removes what was kept under a design beside what is kept under none',
    ['/capability x', 'capability x'],
    ['/capability x'],
    ['current capability x removed', '1 unchanged'],
  ],
  [
    'keeps two designs apart',
    ['team x'],
    ['next/team x'],
    ['current team x removed', 'next team x added', '0 unchanged'],
  ],
  ['keeps two kinds apart', ['team x'], ['role x'], ['current role x added', 'current team x removed', '0 unchanged']],
])('a plan %s', (_, current, wanted, expected) => {
  expect(told(current, wanted)).toEqual(expected);
});

test.each([
  ['the version it saw', ['team x size=5 @3'], ['team x'], [{ body: { key: 'x' }, expected: 3 }]],
  ['that there was none', [], ['team x'], [{ body: { key: 'x' }, expected: 0 }]],
  ['the version it closes', ['team x @3'], [], [{ body: null, expected: 3 }]],
  ['nothing when no version was told', ['team x size=5'], ['team x'], [{ body: { key: 'x' } }]],
])('a write says %s', (_, current, wanted, writes) => {
  const plan = planApply(current.map(read), wanted.map(read));
  expect(plan.writes).toEqual(writes.map((write) => ({ kind: 'team', design: 'current', key: 'x', ...write })));
});

test('a move closes the old place and opens the new one, each at the version it saw', () => {
  const { writes } = planApply([read('capability x @3')], [read('/capability x size=2')]);
  expect(writes).toEqual([
    { kind: 'capability', design: 'current', key: 'x', body: null, expected: 3 },
    { kind: 'capability', design: '', key: 'x', body: { key: 'x', size: 2 }, expected: 0 },
  ]);
});

const records = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom<string[]>('team', 'role'), fc.constantFrom<string[]>('a', 'b', 'c'), fc.json()),
    {
      selector: ([kind, key]) => `${kind} ${key}`,
    },
  )
  .map((rows) =>
    rows.map(([kind, key, json]) => ({ kind, key, design: 'current', body: { key, value: JSON.parse(json) } })),
  );

test('applying twice changes nothing the second time', () => {
  fc.assert(
    fc.property(records, records, (current, wanted) => {
      const store = new Map(current.map((record) => [`${record.kind} ${record.key}`, record]));
      for (const { kind, key, design, body } of planApply(current, wanted).writes) {
        if (body === null) store.delete(`${kind} ${key}`);
        else store.set(`${kind} ${key}`, { kind, key, design, body: { key, value: body.value } });
      }
      expect(planApply([...store.values()], wanted)).toMatchObject({
        changes: [],
        writes: [],
        stated: [],
        unchanged: wanted.length,
        kept: [],
        conflicts: [],
        standing: wanted,
      });
    }),
  );
});

test('a design stays while records of it do that only the store knows', () => {
  const current = ['next/design next', 'next/team a', 'next/team b'].map(read);
  const stated = ['next/design next', 'next/team a'].map(read);
  const { writes, kept, standing } = planApply(current, [], { stated });
  expect(writes.map(({ kind, key, body }) => [kind, key, body])).toEqual([['team', 'a', null]]);
  expect(kept.map(({ kind, key, what }) => `${what} ${kind} ${key}`)).toEqual(['added design next', 'added team b']);
  expect(standing.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['design next', 'team b']);
});
