import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentileInterval, statisticDraws } from './bootstrap.ts';
import { differenceOfMedians, differenceOfRatios } from './difference.ts';
import { quantile } from './order-statistics.ts';
import { randomSource } from './random.ts';

const spread = (n: number, seed: number, shift: number): Float64Array => {
  const next = randomSource(seed);
  return Float64Array.from({ length: n }, () => shift + next(1000));
};
const ratioRows = (n: number, seed: number, share: number) => {
  const denominators = spread(n, seed, 1);
  return { denominators, numerators: denominators.map((below, i) => below * share + (i % 7)) };
};

test.each([
  ['a clear shift', 400, 500],
  ['a clear shift of many rows, in closed form', 20_000, 500],
])('the difference of two medians finds %s', (_, n, shift) => {
  const difference = differenceOfMedians(spread(n, 1, shift), spread(n, 2, 0));
  expect(difference?.lower).toBeGreaterThan(0);
  expect(difference?.lower).toBeLessThan(shift);
  expect(difference?.upper).toBeGreaterThan(shift);
});

test('the closed form takes over from resampling without a jump', () => {
  const width = (n: number): number => {
    const difference = differenceOfMedians(spread(n, 1, 0), spread(n, 2, 0));
    return (difference?.upper ?? 0) - (difference?.lower ?? 0);
  };
  expect(width(10_001) / width(10_000)).toBeGreaterThan(0.85);
  expect(width(10_001) / width(10_000)).toBeLessThan(1.15);
});

test.each([
  ['one group without rows', [], [1, 2, 3]],
  ['one group with a single row', [1, 2, 3], [4]],
])('the difference of two medians is unknown for %s', (_, a, b) => {
  expect(differenceOfMedians(a, b)).toBeNull();
});

test('the difference of two medians takes rows in any order and the middle of an even number', () => {
  expect(differenceOfMedians([4, 1, 3, 2], [10, 30, 20])?.value).toBe(2.5 - 20);
});

test('the difference of two ratios finds a clear difference, resampled and in closed form', () => {
  for (const n of [300, 20_000]) {
    const difference = differenceOfRatios(ratioRows(n, 3, 0.6), ratioRows(n, 4, 0.4));
    expect(difference?.value).toBeCloseTo(0.2, 2);
    expect(difference?.lower).toBeGreaterThan(0.19);
    expect(difference?.upper).toBeLessThan(0.21);
    expect(difference?.lower).toBeLessThan(difference?.value ?? 0);
    expect(difference?.upper).toBeGreaterThan(difference?.value ?? 1);
  }
});

test('the difference of two ratios is unknown without a denominator', () => {
  const nothing = { numerators: Float64Array.of(1, 2), denominators: Float64Array.of(0, 0) };
  expect(differenceOfRatios(nothing, ratioRows(10, 1, 0.5))).toBeNull();
  expect(differenceOfRatios(ratioRows(10, 1, 0.5), nothing)).toBeNull();
});

test('medians of counted resamples are those of resamples sorted anew', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 });
  const median = (sample: readonly number[]): number | null =>
    quantile(
      sample.toSorted((x, y) => x - y),
      0.5,
    );
  fc.assert(
    fc.property(values, values, (a, b) => {
      const next = randomSource(1);
      const [first, second] = [a, b].map((list) =>
        statisticDraws(
          list.toSorted((x, y) => x - y),
          median,
          200,
          next,
        ),
      );
      const plain = percentileInterval(
        first?.map((value, draw) => value - (second?.[draw] ?? 0)) ?? new Float64Array(),
      );
      expect(differenceOfMedians(a, b, { draws: 200 })).toMatchObject(plain ?? {});
    }),
  );
});

test('a difference repeats itself for one seed and moves with the shift of one group', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: -100, max: 100 }), (a, b, shift) => {
      const options = { draws: 100, seed: 5 };
      const plain = differenceOfMedians(a, b, options);
      const moved = differenceOfMedians(
        a.map((value) => value + shift),
        b,
        options,
      );
      expect(differenceOfMedians(a, b, options)).toEqual(plain);
      expect(moved?.lower).toBeCloseTo((plain?.lower ?? Number.NaN) + shift, 9);
      expect(moved?.upper).toBeCloseTo((plain?.upper ?? Number.NaN) + shift, 9);
    }),
    { numRuns: 50 },
  );
});
