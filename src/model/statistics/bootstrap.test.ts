import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrap, bootstrapRatio } from './bootstrap.ts';
import { randomSource } from './random.ts';
import { ratioInterval, ratioSums } from './ratio-estimator.ts';

const mean = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + row, 0) / rows.length;
const rows = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);

test('a bootstrap of a mean is close to the textbook interval', () => {
  const centre = mean(rows);
  const error = Math.sqrt(mean(rows.map((row) => (row - centre) ** 2)) / rows.length);
  const interval = bootstrap(rows, mean);
  expect(Math.abs((interval?.lower ?? 0) - (centre - 1.96 * error))).toBeLessThan(0.15 * error);
  expect(Math.abs((interval?.upper ?? 0) - (centre + 1.96 * error))).toBeLessThan(0.15 * error);
});

test('a bootstrap repeats itself for one seed and not for another', () => {
  expect(bootstrap(rows, mean)).toEqual(bootstrap(rows, mean, { seed: 1, draws: 2000 }));
  expect(bootstrap(rows, mean)).not.toEqual(bootstrap(rows, mean, { seed: 2 }));
  expect(bootstrap(rows, mean)).not.toEqual(bootstrap(rows, mean, { draws: 500 }));
});

// Worked out apart, from the same stream.
test('a bootstrap gives these very figures on every machine', () => {
  expect(bootstrap([1, 2, 3, 4, 10], mean, { draws: 40, seed: 3 })).toEqual({ lower: 1.79, upper: 7.205 });
});

test.each([
  ['for no rows', []],
  ['for one row', [3]],
])('a bootstrap is unknown %s', (_, few) => {
  expect(bootstrap(few, mean)).toBeNull();
  expect(bootstrapRatio(Float64Array.from(few), Float64Array.from(few))).toBeNull();
});

test('a bootstrap is unknown when many resamples have no figure, and drops a few', () => {
  const unless = (rare: number) => (sample: readonly number[]) => (sample[0] === rare ? null : mean(sample));
  expect(bootstrap([0, 1, 2, 3], unless(0))).toBeNull();
  expect(
    bootstrap(
      Array.from({ length: 100 }, (_, i) => i),
      unless(0),
    ),
  ).not.toBeNull();
  expect(bootstrapRatio(Float64Array.of(1, 2), Float64Array.of(0, 1))).toBeNull();
});

test('the fast ratio draws the same rows as the general way', () => {
  const pairs = rows.map((row, i) => ({ above: row, below: 50 + (i % 9) }));
  const ratio = (sample: typeof pairs): number =>
    sample.reduce((sum, { above }) => sum + above, 0) / sample.reduce((sum, { below }) => sum + below, 0);
  const numerators = Float64Array.from(pairs, ({ above }) => above);
  const denominators = Float64Array.from(pairs, ({ below }) => below);
  expect(bootstrapRatio(numerators, denominators)).toEqual(bootstrap(pairs, (sample) => ratio([...sample])));
});

test('the fast ratio refuses columns of unequal length', () => {
  expect(() => bootstrapRatio(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
});

test('a ratio over 10,000 rows agrees with the closed form', () => {
  const next = randomSource(11);
  const denominators = Float64Array.from({ length: 10_000 }, () => 1 + next(100));
  const numerators = denominators.map((below) => (below * next(100)) / 100);
  const drawn = bootstrapRatio(numerators, denominators);
  const closed = ratioInterval(ratioSums(numerators, denominators));
  const width = (closed?.upper ?? 0) - (closed?.lower ?? 0);
  expect(Math.abs((drawn?.lower ?? 0) - (closed?.lower ?? 9))).toBeLessThan(0.05 * width);
  expect(Math.abs((drawn?.upper ?? 0) - (closed?.upper ?? 9))).toBeLessThan(0.05 * width);
});

test('a bootstrap of equal rows has no width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: -50, max: 50 }), (n, value) => {
      const same = Array.from({ length: n }, () => value);
      const interval = bootstrap(same, (sample) => sample[0] ?? null, { draws: 50 });
      expect(interval).toEqual({ lower: value, upper: value });
    }),
  );
});
