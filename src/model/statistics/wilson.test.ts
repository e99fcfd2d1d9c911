import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson, wilsonDifference } from './wilson.ts';

test.each([
  ['nine of twelve', 9, 12, 0.467695, 0.911058],
  ['all of twelve, without certainty', 12, 12, 0.757506, 1],
  ['none of eight, without certainty', 0, 8, 0, 0.324408],
  ['a rare hit', 1, 1000, 0.000177, 0.005643],
  ['half of many', 500, 1000, 0.46907, 0.53093],
  ['no rows as nothing known', 0, 0, 0, 1],
])('wilson bounds %s', (_, hits, n, lower, upper) => {
  const interval = wilson(hits, n);
  expect(interval.lower).toBeCloseTo(lower, 6);
  expect(interval.upper).toBeCloseTo(upper, 6);
});

test('wilson is exact at its ends', () => {
  for (const n of [3, 8, 12, 1000]) {
    expect(wilson(0, n).lower).toBe(0);
    expect(wilson(n, n).upper).toBe(1);
  }
});

test('wilson narrows when less certainty is asked for', () => {
  expect(wilson(9, 12, 1).upper).toBeCloseTo((9.5 + Math.sqrt(9 * 0.25 + 0.25)) / 13, 9);
});

test.each([
  ['more hits than rows', 13, 12],
  ['fewer hits than none', -1, 12],
  ['no number', Number.NaN, 12],
])('wilson refuses %s', (_, hits, n) => {
  expect(() => wilson(hits, n)).toThrow(RangeError);
});

// Newcombe 1998, table II, method 10.
test.each([
  ['two large groups', [56, 70], [48, 80], 0.0524, 0.3339],
  ['two small groups', [9, 10], [3, 10], 0.1705, 0.809],
  ['two very small groups', [6, 7], [2, 7], 0.0582, 0.8062],
  ['a rate of none in one group', [5, 56], [0, 29], -0.0381, 0.1926],
  ['a rate of none in both groups', [0, 10], [0, 20], -0.1611, 0.2775],
  ['all against none', [10, 10], [0, 10], 0.6075, 1],
])('the difference of two rates bounds %s', (_, [a = 0, n = 0], [b = 0, m = 0], lower, upper) => {
  const difference = wilsonDifference({ hits: a, n }, { hits: b, n: m });
  expect(difference?.value).toBeCloseTo(a / n - b / m, 12);
  expect(difference?.lower).toBeCloseTo(lower, 4);
  expect(difference?.upper).toBeCloseTo(upper, 4);
});

test('the difference of two rates is unknown without rows in either group', () => {
  expect(wilsonDifference({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
  expect(wilsonDifference({ hits: 1, n: 2 }, { hits: 0, n: 0 })).toBeNull();
});

const rate = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })));

test('a rate lies in its interval, and the interval of the misses is its mirror', () => {
  fc.assert(
    fc.property(rate, ({ hits, n }) => {
      const { lower, upper } = wilson(hits, n);
      const misses = wilson(n - hits, n);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(hits / n);
      expect(upper).toBeGreaterThanOrEqual(hits / n);
      expect(misses.lower).toBeCloseTo(1 - upper, 12);
    }),
  );
});

test('a difference turned round is the same with its sign changed, inside −1 and 1', () => {
  fc.assert(
    fc.property(rate, rate, (a, b) => {
      const there = wilsonDifference(a, b);
      const back = wilsonDifference(b, a);
      expect(there?.lower).toBeCloseTo(-(back?.upper ?? 9), 12);
      expect(there?.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there?.upper).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
