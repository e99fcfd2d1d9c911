import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, quantileRanks } from './order-statistics.ts';

test.each([
  ['no interval for 5 rows', 5, 0.5, null],
  ['no interval for no rows', 0, 0.5, null],
  ['the ends of 6 rows', 6, 0.5, [1, 6]],
  ['ranks 2 to 8 of 9', 9, 0.5, [2, 8]],
  ['ranks 3 to 10 of 12', 12, 0.5, [3, 10]],
  ['ranks 6 to 15 of 20', 20, 0.5, [6, 15]],
  ['no upper bound of an 85th percentile of 22', 22, 0.85, null],
  ['an 85th percentile of 23', 23, 0.85, [16, 23]],
  ['an 85th percentile of 100', 100, 0.85, [78, 93]],
  ['no upper bound of a 95th percentile of 71', 71, 0.95, null],
  ['a 95th percentile of 72', 72, 0.95, [64, 72]],
  ['a 95th percentile of 73', 73, 0.95, [65, 73]],
  ['a 95th percentile of 1,000', 1000, 0.95, [936, 964]],
  ['a median of 20,000', 20_000, 0.5, [9861, 10_140]],
  ['an 85th percentile of 20,000', 20_000, 0.85, [16_901, 17_100]],
  ['a low quartile of 2,000', 2000, 0.25, [462, 539]],
  ['a median of ten million', 10_000_000, 0.5, [4_996_901, 5_003_100]],
  ['an 85th percentile of ten million', 10_000_000, 0.85, [8_497_787, 8_502_214]],
  ['a 95th percentile of ten million', 10_000_000, 0.95, [9_498_649, 9_501_351]],
])('ranks give %s', (_, n, p, ranks) => {
  expect(quantileRanks(n, p)).toEqual(ranks && { lower: ranks[0], upper: ranks[1] });
});

/** The ranks by whole numbers alone, of a quantile that is a number of hundredths. */
const exactRanks = (n: number, hundredths: number) => {
  const [hits, misses, trials] = [BigInt(hundredths), BigInt(100 - hundredths), BigInt(n)];
  const ways: bigint[] = [];
  let choices = 1n;
  for (let k = 0n; k <= trials; k++) {
    ways.push(choices * hits ** k * misses ** (trials - k));
    choices = (choices * (trials - k)) / (k + 1n);
  }
  const steps = (from: readonly bigint[]): number => {
    let count = 0;
    for (let sum = from[0] ?? 0n; sum * 40n <= 100n ** trials; sum += from[count] ?? 0n) count++;
    return count;
  };
  const [lower, upper] = [steps(ways), n + 1 - steps(ways.toReversed())];
  return lower >= 1 && upper <= n ? { lower, upper } : null;
};

test.each([5, 25, 50, 75, 85, 90, 95, 99])('ranks are exact for up to 200 rows at %d hundredths', (hundredths) => {
  for (let n = 0; n <= 200; n++) {
    expect([n, quantileRanks(n, hundredths / 100)]).toEqual([n, exactRanks(n, hundredths)]);
  }
});

/** Mirrors the textbook approximation: normal, with half a rank for continuity. */
const approximateLower = (n: number, p: number): number =>
  Math.floor(n * p - 1.959964 * Math.sqrt(n * p * (1 - p)) + 0.5);

test('ranks agree with the normal approximation within one rank from a thousand rows on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 200_000 }), fc.constantFrom(0.25, 0.5, 0.75, 0.85, 0.95), (n, p) => {
      const ranks = quantileRanks(n, p);
      expect(Math.abs((ranks?.lower ?? -9) - approximateLower(n, p))).toBeLessThanOrEqual(1);
      expect(Math.abs(n + 1 - (ranks?.upper ?? -9) - approximateLower(n, 1 - p))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test('ranks close in, as a share of the rows, and stand about the quantile', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 2000 }), (n) => {
      const ranks = quantileRanks(n, 0.5);
      expect((ranks?.lower ?? 0) + (ranks?.upper ?? 0)).toBe(n + 1);
      const wider = quantileRanks(4 * n, 0.5);
      expect((wider?.lower ?? 0) / (4 * n)).toBeGreaterThan((ranks?.lower ?? 0) / n);
    }),
  );
});

test.each([0, 1, -1, Number.NaN])('ranks refuse the quantile %d', (p) => {
  expect(() => quantileRanks(10, p)).toThrow(RangeError);
});

test.each([
  ['the middle row of an odd number', [1, 2, 4, 8, 16], 0.5, 4],
  ['the mean of the two middle rows', [1, 2, 4, 8], 0.5, 3],
  ['a place between two rows', [1, 2, 4, 8, 16], 0.85, 11.2],
  ['a place between the first two rows', [1, 2, 4, 8, 16], 0.1, 1.4],
  ['the first row at 0', [1, 2, 4], 0, 1],
  ['the last row at 1', [1, 2, 4], 1, 4],
  ['the only row', [7], 0.95, 7],
  ['nothing of no rows', [], 0.5, null],
])('a quantile reads %s', (_, sorted, p, expected) => {
  const value = quantile(sorted, p);
  if (expected === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(expected, 12);
});
