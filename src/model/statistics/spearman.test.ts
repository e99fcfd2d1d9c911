import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midRanks, spearman } from './spearman.ts';

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);

test.each([
  ['the same order', [1, 2, 3, 4, 5], [10, 20, 30, 400, 5000], 1],
  ['the opposite order', [1, 2, 3, 4, 5], [9, 7, 5, 3, 1], -1],
  // 1 − 6 Σd² ÷ n(n² − 1), with d² of 20 in all.
  ['an order in between', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 1, 4, 2, 7, 6, 5, 8, 10, 9], 0.878788],

  ['ties in one', [1, 2, 2, 3], [1, 2, 3, 4], 0.948683],
  ['ties in both', [1, 1, 2, 3, 3], [2, 1, 1, 3, 3], 0.75],
  ['one that does not vary', [1, 1, 1], [1, 2, 3], null],
  ['another that does not vary', [1, 2, 3], [4, 4, 4], null],
  ['a single pair', [1], [2], null],
  ['nothing', [], [], null],
])('rank correlation of %s', (_, first, second, expected) => {
  expect(rounded(spearman(first, second)?.value ?? null)).toEqual(expected);
});

test('equal values share the middle of their ranks', () => {
  expect(midRanks([5, 1, 5, 9, 5])).toEqual([3, 1, 3, 5, 3]);
});

test.each([
  ['of ten pairs', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 1, 4, 2, 7, 6, 5, 8, 10, 9], 0.460739, 0.977702],
  ['of an opposite order', [1, 2, 3, 4], [4, 3, 1, 2], -0.997543, 0.818816],
])('the interval %s is that of Bonett and Wright', (_, first, second, lower, upper) => {
  const found = spearman(first, second);
  expect([rounded(found?.lower ?? null), rounded(found?.upper ?? null)]).toEqual([lower, upper]);
});

test.each([
  ['of three pairs', [1, 2, 3], [1, 3, 2]],
  ['where the ranks agree wholly', [1, 2, 3, 4, 5], [2, 4, 6, 8, 10]],
  ['where they are opposite', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]],
])('no interval is told %s', (_, first, second) => {
  expect(spearman(first, second)).toMatchObject({ lower: null, upper: null });
});

test('lists of two lengths are no pairs', () => {
  expect(() => spearman([1, 2], [1])).toThrow(RangeError);
});

test('only the order counts, and each of the two is the same as the other', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 20 });
  fc.assert(
    fc.property(pairs, (list) => {
      const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)];
      const value = spearman(a, b)?.value;
      expect(spearman(b, a)?.value).toBe(value);
      const raised = spearman(
        a.map((x) => x ** 3 + 7),
        b,
      );
      expect(raised?.value).toBe(value);
      const turned = spearman(
        a.map((x) => -x),
        b,
      );
      if (value === undefined) expect(turned).toBeNull();
      else expect(turned?.value).toBeCloseTo(-value, 12);
    }),
  );
});
