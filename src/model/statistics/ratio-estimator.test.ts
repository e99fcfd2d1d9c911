import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from './moments.ts';
import { meanInterval, ratioInterval, ratioSums } from './ratio-estimator.ts';

test('a ratio of sums has the interval worked out by hand', () => {
  const estimate = ratioInterval(ratioSums([3, 5, 2, 8, 7], [10, 12, 9, 15, 20]));
  expect(estimate?.value).toBeCloseTo(25 / 66, 12);
  expect(estimate?.lower).toBeCloseTo(0.2415170370598314, 10);
  expect(estimate?.upper).toBeCloseTo(0.5160587205159262, 10);
});

test('the sums are those of the columns', () => {
  expect(ratioSums([1, 2], [3, 5])).toEqual({ n: 2, sumX: 8, sumY: 3, sumXX: 34, sumYY: 5, sumXY: 13 });
});

test.each([
  ['no rows', [], []],
  ['one row', [1], [2]],
  ['a denominator of 0', [1, 2], [0, 0]],
])('a ratio is unknown for %s', (_, numerators, denominators) => {
  expect(ratioInterval(ratioSums(numerators, denominators))).toBeNull();
});

test('a mean has the interval of Student', () => {
  const estimate = meanInterval(momentsOf([3, 5, 2, 8, 7]));
  expect(estimate?.value).toBe(5);
  expect(estimate?.lower).toBeCloseTo(1.8343655219166854, 10);
  expect(estimate?.upper).toBeCloseTo(8.165634478083314, 10);
});

test.each([0, 1])('a mean of %d rows is unknown', (n) => {
  expect(meanInterval({ n, mean: 3, variance: 0 })).toBeNull();
});

const column = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
  minLength: 2,
  maxLength: 50,
});

test('with denominators of 1 a ratio is a mean, and it follows the scale of its numerators', () => {
  fc.assert(
    fc.property(column, (rows) => {
      const above = rows.map(([y]) => y);
      const ones = rows.map(() => 1);
      const ratio = ratioInterval(ratioSums(above, ones));
      const mean = meanInterval(momentsOf(above));
      expect(ratio?.lower).toBeCloseTo(mean?.lower ?? Number.NaN, 6);
      const tenfold = ratioInterval(
        ratioSums(
          above.map((y) => 10 * y),
          ones,
        ),
      );
      expect(tenfold?.upper).toBeCloseTo(10 * (ratio?.upper ?? Number.NaN), 5);
    }),
  );
});

test('rows that all have the same ratio leave no doubt', () => {
  fc.assert(
    fc.property(column, (rows) => {
      const estimate = ratioInterval(
        ratioSums(
          rows.map(([, x]) => 3 * x),
          rows.map(([, x]) => x),
        ),
      );
      expect(estimate?.lower).toBeCloseTo(3, 6);
      expect(estimate?.upper).toBeCloseTo(3, 6);
    }),
  );
});
