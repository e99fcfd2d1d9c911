import { expect, test } from 'vitest';
import { changedParts } from './changed-parts.ts';

const told = (from: unknown, to: unknown): string[] =>
  changedParts({ field: 'f', from, to }).map(
    (part) => `${part.field}: ${JSON.stringify(part.from)} → ${JSON.stringify(part.to)}`,
  );

const a = { key: 'a', n: 1 };
const b = { key: 'b', n: 2 };

test.each([
  ['a value as it is', 1, 2, ['f: 1 → 2']],
  ['a part of fields', { x: 1, y: 2 }, { x: 1, y: 3 }, ['f.y: 2 → 3']],
  ['a part of a part', { x: { y: 1 } }, { x: { y: 2 } }, ['f.x.y: 1 → 2']],
  ['fields that came and went', { x: 1 }, { y: 1 }, ['f.x: 1 → undefined', 'f.y: undefined → 1']],
  ['fields that were none before', undefined, { x: 1 }, ['f: undefined → {"x":1}']],
  ['a list of words as a whole', ['x'], ['x', 'y'], ['f: ["x"] → ["x","y"]']],
  ['a part of an entry, by its key', [a, b], [a, { ...b, n: 3 }], ['f[b].n: 2 → 3']],
  ['an entry that came', [a], [a, b], ['f[b]: undefined → {"key":"b","n":2}']],
  ['an entry that went from the front', [a, b], [b], ['f[a]: {"key":"a","n":1} → undefined']],
  ['a changed order', [a, b], [b, a], ['f[order]: ["a","b"] → ["b","a"]']],
  [
    'a list whose keys repeat as a whole',
    [a, a],
    [a],
    ['f: [{"key":"a","n":1},{"key":"a","n":1}] → [{"key":"a","n":1}]'],
  ],
  ['a list that becomes empty as a whole', [a], [], ['f: [{"key":"a","n":1}] → []']],
])('a change shows %s', (_, from, to, expected) => {
  expect(told(from, to)).toEqual(expected);
});
