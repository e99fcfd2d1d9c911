import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inStretches, type Stretch } from './stretches.ts';

const cut = (columns: readonly (readonly number[])[], stretches: readonly Stretch[]) =>
  inStretches(
    columns.map((column) => Float64Array.from(column)),
    stretches,
  ).map((part) => part.map((column) => [...column]));

const [first, second] = [
  { from: 10, until: 20 },
  { from: 20, until: 30 },
];

test.each<[string, number[], Stretch[], number[][]]>([
  ['rows go where their instant lies', [11, 25, 12], [first, second], [[11, 12], [25]]],
  [
    'a stretch begins with its first instant and ends before its last',
    [10, 20, 29.9],
    [first, second],
    [[10], [20, 29.9]],
  ],
  ['what lies before and behind is left out', [9.9, 30, 1e15, -1e15], [first, second], [[], []]],
  ['what lies in a gap is left out', [15, 50, 95], [first, { from: 90, until: 100 }], [[15], [95]]],
  ['a row without an instant is left out', [Number.NaN, 10], [first, second], [[10], []]],
  [
    'stretches may be of any length',
    [0, 1, 2, 1001],
    [
      { from: 0, until: 1 },
      { from: 1, until: 1000 },
      { from: 1000, until: 1002 },
    ],
    [[0], [1, 2], [1001]],
  ],
  ['no rows leave each stretch empty', [], [first, second], [[], []]],
  ['no stretches hold nothing', [1, 2], [], []],
])('%s', (_, instants, stretches, expected) => {
  const found = cut([instants.map((at) => at * 2), instants], stretches);
  expect(found).toEqual(expected.map((rows) => [rows.map((at) => at * 2)]));
});

test('any rows in any stretches are those that looking through all of them finds', () => {
  const lengths = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 30 });
  const instant = fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: -50, max: 3000 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  fc.assert(
    fc.property(lengths, fc.array(instant, { maxLength: 200 }), (drawn, instants) => {
      let end = 0;
      const stretches = drawn.map(([gap, length]) => {
        const from = end + gap;
        end = from + length;
        return { from, until: end };
      });
      const rows = instants.map((_, row) => row);
      const expected = stretches.map(({ from, until }) => [
        rows.filter((row) => (instants[row] ?? 0) >= from && (instants[row] ?? 0) < until),
      ]);
      expect(cut([rows, instants], stretches)).toEqual(expected);
    }),
  );
});
