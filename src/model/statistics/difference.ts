import { type BootstrapOptions, percentileInterval, ratioDraws } from './bootstrap.ts';
import { differenceOfIndependent } from './independent-difference.ts';
import type { Estimate } from './interval.ts';
import { quantile, quantileRanks } from './order-statistics.ts';
import { type RandomSource, randomSource } from './random.ts';
import { ratioInterval, ratioSums } from './ratio-estimator.ts';

/** Above this many rows on either side the closed forms are as good as resampling, and far cheaper. */
const mostResampled = 10_000;

/**
 * The median of the first group minus the median of the second; null when either group has fewer than two rows.
 *
 * Both groups are resampled, each by itself. With more than 10,000 rows in a group the two order-statistic intervals are
 * combined instead; then null also when one of the two is too small for such an interval.
 */
export const differenceOfMedians = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { draws = 2000, seed = 1 }: BootstrapOptions = {},
): Estimate | null => {
  const first = Float64Array.from(a).sort();
  const second = Float64Array.from(b).sort();
  if (Math.min(first.length, second.length) < 2) return null;
  if (Math.max(first.length, second.length) > mostResampled) return combined(medianOf(first), medianOf(second));
  const next = randomSource(seed);
  const value = middle(first) - middle(second);
  return between(value, medianDraws(first, draws, next), medianDraws(second, draws, next));
};

/** The rows of a ratio of sums, numerator and denominator side by side. */
export type RatioRows = { readonly numerators: Float64Array; readonly denominators: Float64Array };

/** The ratio of sums of the first group minus that of the second; otherwise like `differenceOfMedians`. */
export const differenceOfRatios = (
  a: RatioRows,
  b: RatioRows,
  { draws = 2000, seed = 1 }: BootstrapOptions = {},
): Estimate | null => {
  const first = ratioInterval(ratioSums(a.numerators, a.denominators));
  const second = ratioInterval(ratioSums(b.numerators, b.denominators));
  if (!first || !second) return null;
  if (Math.max(a.numerators.length, b.numerators.length) > mostResampled) return combined(first, second);
  const next = randomSource(seed);
  return between(
    first.value - second.value,
    ratioDraws(a.numerators, a.denominators, draws, next),
    ratioDraws(b.numerators, b.denominators, draws, next),
  );
};

const combined = (a: Estimate | null, b: Estimate | null): Estimate | null => a && b && differenceOfIndependent(a, b);

const between = (value: number, a: Float64Array, b: Float64Array): Estimate | null => {
  const interval = percentileInterval(a.map((figure, draw) => figure - (b[draw] ?? Number.NaN)));
  return interval && { value, ...interval };
};

const middle = (sorted: Float64Array): number => quantile(sorted, 0.5) ?? Number.NaN;

const medianOf = (sorted: Float64Array): Estimate | null => {
  const ranks = quantileRanks(sorted.length, 0.5);
  return (
    ranks && {
      value: middle(sorted),
      lower: sorted[ranks.lower - 1] ?? Number.NaN,
      upper: sorted[ranks.upper - 1] ?? Number.NaN,
    }
  );
};

/** Medians of resamples of an ascending list: how often each row was drawn is counted, so that nothing is sorted anew. */
const medianDraws = (sorted: Float64Array, draws: number, next: RandomSource): Float64Array => {
  const n = sorted.length;
  const drawn = new Uint32Array(n);
  return Float64Array.from({ length: draws }, () => {
    drawn.fill(0);
    for (let i = 0; i < n; i++) {
      const index = next(n);
      drawn[index] = (drawn[index] ?? 0) + 1;
    }
    return (rowOfRank(sorted, drawn, Math.ceil(n / 2)) + rowOfRank(sorted, drawn, Math.floor(n / 2) + 1)) / 2;
  });
};

const rowOfRank = (sorted: Float64Array, drawn: Uint32Array, rank: number): number => {
  let seen = 0;
  let index = -1;
  while (seen < rank) seen += drawn[++index] ?? 0;
  return sorted[index] ?? Number.NaN;
};
