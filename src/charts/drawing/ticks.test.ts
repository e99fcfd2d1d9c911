import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scale, ticks } from './ticks.ts';

test.each([
  ['nought to a round value above the greatest', 0, 21.4, [0, 5, 10, 15, 20, 25]],
  ['as few as say it', 0, 4, [0, 1, 2, 3, 4]],
  ['nought, also where nothing is near it', 80, 96, [0, 20, 40, 60, 80, 100]],
  ['below nought', -3, 7, [-5, -2.5, 0, 2.5, 5, 7.5]],
  ['shares without the dust of binary fractions', 0, 0.5, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
  ['a half step where it is enough', 0, 12, [0, 2.5, 5, 7.5, 10, 12.5]],
  ['one step where there is nothing', 0, 0, [0, 1]],
  ['one step where there is next to nothing', 0, 1e-12, [0, 1]],
  ['huge values', 0, 3e15, [0, 1e15, 2e15, 3e15]],
])('an axis shows %s', (_, least, most, values) => {
  expect(ticks(least, most)).toEqual(values);
});

test.each([
  ['in proportion', 0, 10, 5, 150],
  ['at the start', 0, 10, 0, 100],
  ['at the end where it is beyond', 0, 10, 99, 200],
  ['at the start where it is before', 0, 10, -99, 100],
  ['at the start where all are equal', 7, 7, 7, 100],
  ['in proportion between the greatest numbers there are', -1e308, 1e308, 0, 150],
])('a value stands %s', (_, from, until, value, at) => {
  expect(scale(from, until, 100, 200)(value)).toBe(at);
});

test('an axis holds all values, from nought, with at most five lines beside it', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const shown = ticks(Math.min(one, other), Math.max(one, other));
      expect(shown).toContain(0);
      expect(shown.length).toBeLessThanOrEqual(6);
      expect(shown[0]).toBeLessThanOrEqual(Math.min(one, other, 0) + 1e-5);
      expect(shown.at(-1)).toBeGreaterThanOrEqual(Math.max(one, other, 0) - 1e-5);
    }),
  );
});
