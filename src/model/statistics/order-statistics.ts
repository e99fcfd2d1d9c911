import { binomialCdf } from './distributions.ts';
import { z95 } from './interval.ts';

/**
 * The quantile of an ascending list, linear between neighbours; null when the list is empty.
 *
 * Hyndman and Fan's type 7, the same as `quantile_cont` of the analytic engine, so a figure drawn from rows equals the
 * figure drawn from SQL.
 */
export const quantile = (sorted: ArrayLike<number>, p: number): number | null => {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

/** Ranks are counted from 1 in the ascending list. */
export type Ranks = { readonly lower: number; readonly upper: number };

const tail = 0.025;

/**
 * The ranks of the two rows that bound the 95 % interval of a quantile, or null when n rows are too few for one.
 *
 * Exact for every n: the number of rows below the true quantile is binomial, and each tail keeps at most 2.5 %. A median
 * needs 6 rows, a 95th percentile 72. The normal approximation only says where to start looking, so ten million rows
 * cost no more than a few evaluations.
 */
export const quantileRanks = (n: number, p: number): Ranks | null => {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no quantile between 0 and 1`);
  if (n >= rememberedBelow) return foundRanks(n, p);
  const known = ranksOf.get(p) ?? new Map<number, Ranks | null>();
  ranksOf.set(p, known);
  let ranks = known.get(n);
  if (ranks === undefined) {
    ranks = foundRanks(n, p);
    known.set(n, ranks);
  }
  return ranks;
};

/** A figure cut by team and month asks for thousands of small groups, mostly of sizes that were asked for before. */
const rememberedBelow = 10_000;
const ranksOf = new Map<number, Map<number, Ranks | null>>();

const foundRanks = (n: number, p: number): Ranks | null => {
  const lower = lowerRank(n, p);
  const upper = n + 1 - lowerRank(n, 1 - p);
  return lower >= 1 && upper <= n ? { lower, upper } : null;
};

/** The highest rank that lies above the true quantile with a chance of at most 2.5 %; 0 when there is none. */
const lowerRank = (n: number, p: number): number => {
  const tooHigh = (rank: number): boolean => binomialCdf(rank - 1, n, p) > tail;
  let rank = Math.min(n, Math.max(0, Math.floor(n * p - z95 * Math.sqrt(n * p * (1 - p)))));
  while (rank > 0 && tooHigh(rank)) rank--;
  while (rank < n && !tooHigh(rank + 1)) rank++;
  return rank;
};
