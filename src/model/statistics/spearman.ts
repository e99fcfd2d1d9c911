import { type Estimate, z95 } from './interval.ts';

/** A rank correlation; the bounds are null where no interval is known: of three pairs, or where the ranks agree wholly. */
export type RankCorrelation = Pick<Estimate, 'value'> & {
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * How far two things rise together, by their ranks alone: 1 in the same order, −1 in the opposite one (Spearman 1904).
 *
 * Equal values share the middle of their ranks. Null where one of the two does not vary: nothing can then be said of an
 * order. The interval is Fisher's, with the variance of Bonett and Wright (2000), which holds its promise for ranks.
 */
export const spearman = (first: ArrayLike<number>, second: ArrayLike<number>): RankCorrelation | null => {
  if (first.length !== second.length) throw new RangeError(`${first.length} and ${second.length} are no pairs`);
  const value = correlation(midRanks(first), midRanks(second));
  if (value === null) return null;
  const n = first.length;
  if (n < 4 || Math.abs(value) >= 1) return { value, lower: null, upper: null };
  const half = z95 * Math.sqrt((1 + (value * value) / 2) / (n - 3));
  return { value, lower: Math.tanh(Math.atanh(value) - half), upper: Math.tanh(Math.atanh(value) + half) };
};

/** The rank of each value, from 1; equal values have the mean of the ranks that they take up together. */
export const midRanks = (values: ArrayLike<number>): number[] => {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return Array.from(values, (value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
};

const correlation = (a: readonly number[], b: readonly number[]): number | null => {
  const middle = (a.length + 1) / 2;
  const products = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, rank, i) => sum + (rank - middle) * ((y[i] ?? middle) - middle), 0);
  const spread = Math.sqrt(products(a, a) * products(b, b));
  return spread === 0 ? null : Math.max(-1, Math.min(1, products(a, b) / spread));
};
