import type { Interval } from './interval.ts';
import { wilson } from './wilson.ts';

/**
 * The interval of a ratio of sums that is exactly 0 or 1, or null for any other ratio.
 *
 * There no row differs from another, so neither resampling nor the spread of residuals can show that a larger sample
 * might: both answer an interval of no width. The score interval can. Its number of cases is the effective one, (Σx)² / Σx²
 * (Kish 1965): a few rows that hold most of the denominator are few cases.
 */
export const scoreAtEdge = ({
  sumX,
  sumY,
  sumXX,
}: {
  readonly sumX: number;
  readonly sumY: number;
  readonly sumXX: number;
}): Interval | null => {
  if (sumX <= 0 || (sumY !== 0 && sumY !== sumX)) return null;
  const cases = (sumX * sumX) / sumXX;
  return wilson(sumY === 0 ? 0 : cases, cases);
};
