import { tQuantile } from './distributions.ts';
import type { Estimate } from './interval.ts';
import type { Moments } from './moments.ts';

/** What has to be summed over the rows to know a ratio of sums and its interval; one pass in SQL. */
export type RatioSums = {
  readonly n: number;
  /** Σx, the denominator. */
  readonly sumX: number;
  /** Σy, the numerator. */
  readonly sumY: number;
  readonly sumXX: number;
  readonly sumYY: number;
  readonly sumXY: number;
};

/**
 * The ratio Σy / Σx with its 95 % interval in closed form; null for fewer than two rows or a denominator of 0.
 *
 * The residuals y − r·x carry the variance (Taylor linearisation; Cochran 1977, 6.4, without the correction for a finite
 * population). Meant for more than ten thousand rows, where it agrees with resampling; below that a few long
 * rows make the truth lopsided, which this symmetric interval cannot show.
 */
export const ratioInterval = ({ n, sumX, sumY, sumXX, sumYY, sumXY }: RatioSums): Estimate | null => {
  if (n < 2 || sumX === 0) return null;
  const ratio = sumY / sumX;
  const residuals = Math.max(0, sumYY - 2 * ratio * sumXY + ratio * ratio * sumXX);
  const error = Math.sqrt((n * residuals) / (n - 1)) / Math.abs(sumX);
  return around(ratio, error, n - 1);
};

/** The six sums of two columns, for callers that hold the rows. */
export const ratioSums = (numerators: ArrayLike<number>, denominators: ArrayLike<number>): RatioSums => {
  const sums = { n: numerators.length, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 };
  for (let i = 0; i < sums.n; i++) {
    const x = denominators[i] ?? 0;
    const y = numerators[i] ?? 0;
    sums.sumX += x;
    sums.sumY += y;
    sums.sumXX += x * x;
    sums.sumYY += y * y;
    sums.sumXY += x * y;
  }
  return sums;
};

/** A mean with its 95 % interval by Student's t; null for fewer than two rows. */
export const meanInterval = ({ n, mean, variance }: Moments): Estimate | null =>
  n < 2 ? null : around(mean, Math.sqrt(variance / n), n - 1);

const around = (value: number, error: number, df: number): Estimate => {
  const half = t95(df) * error;
  return { value, lower: value - half, upper: value + half };
};

/** A figure cut by team and month asks for thousands of small groups, mostly of sizes that were asked for before. */
const remembered = new Float64Array(10_000);

const t95 = (df: number): number => {
  const known = remembered[df];
  if (known) return known;
  const found = tQuantile(0.975, df);
  // Past the end of the array nothing is kept.
  remembered[df] = found;
  return found;
};
