import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest, editDistance } from './closest.ts';

test.each([
  ['a word with another letter', 'prtal', ['portal', 'postal-code'], 'portal'],
  ['swapped neighbours as one difference', 'protal', ['metal', 'portal'], 'portal'],
  ['letters of either size', 'PORTAL', ['portals'], 'portals'],
  ['the first of two that are as near', 'team-c', ['team-a', 'team-b'], 'team-a'],
  ['a later one that is nearer', 'team-b', ['team-aa', 'team-a'], 'team-a'],
  ['nothing that differs in more than a third', 'portal', ['pedals', 'p'], undefined],
  ['one letter of a short word', 'ab', ['cb', 'cd'], 'cb'],
])('the closest is %s', (_, word, known, expected) => {
  expect(closest(word, known)).toBe(expected);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

test('a distance below what is enough is exact, and no other is told as one', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 8 }), (a, b, enough) => {
      expect(Math.min(editDistance(a, b, enough), enough)).toBe(Math.min(editDistance(a, b), enough));
    }),
  );
});
