import type { Interval } from './interval.ts';
import { quantile } from './order-statistics.ts';
import { type RandomSource, randomSource } from './random.ts';

export type BootstrapOptions = { readonly draws?: number; readonly seed?: number };

/** A figure of a resampled set of rows; null when the set does not allow one (say, a denominator of 0). */
export type Statistic<Row> = (sample: readonly Row[]) => number | null;

const fewestRows = 2;

/** Of more rows a ratio's closed interval covers the truth as often as resampling does, and costs nothing (docs/decisions/0014). */
export const mostResampled = 1000;

/** A share of resamples without a figure above this leaves too little to read an interval from. */
const mostUndefined = 0.05;

/**
 * The 95 % percentile interval of any statistic: rows are drawn anew with replacement, whole items at a time.
 *
 * The row is the unit of chance, so pass one row an item, not one an event. Null for fewer than two rows, or when more
 * than one resample in twenty has no figure. Efron and Tibshirani (1993), chapter 13.
 */
export const bootstrap = <Row>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
  { draws = 2000, seed = 1 }: BootstrapOptions = {},
): Interval | null =>
  rows.length < fewestRows ? null : percentileInterval(statisticDraws(rows, statistic, draws, randomSource(seed)));

/** The same for a ratio of sums (Σ numerators / Σ denominators, row by row), many times faster. */
export const bootstrapRatio = (
  numerators: Float64Array,
  denominators: Float64Array,
  { draws = 2000, seed = 1 }: BootstrapOptions = {},
): Interval | null =>
  numerators.length < fewestRows
    ? null
    : percentileInterval(ratioDraws(numerators, denominators, draws, randomSource(seed)));

/** One figure a resample; NaN where a resample has none. */
export const statisticDraws = <Row>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
  draws: number,
  next: RandomSource,
): Float64Array => {
  const sample = [...rows];
  return Float64Array.from({ length: draws }, () => {
    for (let i = 0; i < sample.length; i++) {
      const row = rows[next(rows.length)];
      if (row !== undefined) sample[i] = row;
    }
    return statistic(sample) ?? Number.NaN;
  });
};

/** One ratio of sums a resample; NaN where the denominators sum to 0. */
export const ratioDraws = (
  numerators: Float64Array,
  denominators: Float64Array,
  draws: number,
  next: RandomSource,
): Float64Array => {
  const n = numerators.length;
  if (denominators.length !== n) throw new RangeError(`${n} numerators, but ${denominators.length} denominators`);
  const ratios = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let above = 0;
    let below = 0;
    for (let i = 0; i < n; i++) {
      const index = next(n);
      above += numerators[index] ?? 0;
      below += denominators[index] ?? 0;
    }
    ratios[draw] = below === 0 ? Number.NaN : above / below;
  }
  return ratios;
};

/** The middle 95 % of the draws that have a figure. */
export const percentileInterval = (draws: Float64Array): Interval | null => {
  const figures = draws.filter((figure) => !Number.isNaN(figure)).sort();
  if (figures.length < draws.length * (1 - mostUndefined)) return null;
  const lower = quantile(figures, 0.025);
  const upper = quantile(figures, 0.975);
  return lower === null || upper === null ? null : { lower, upper };
};
