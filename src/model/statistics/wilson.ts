import { differenceOfIndependent } from './independent-difference.ts';
import { type Estimate, type Interval, z95 } from './interval.ts';

/**
 * The score interval of a rate: `hits` out of `n`.
 *
 * It stays inside 0–1 and is never of zero width, so 12 of 12 reads 76–100 % and not a false certainty. Of no rows at
 * all it says 0–1: nothing is known. Wilson (1927), without correction for continuity.
 */
export const wilson = (hits: number, n: number, z: number = z95): Interval => {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} hits out of ${n} is no rate`);
  const denominator = n + z * z;
  const centre = (hits + (z * z) / 2) / denominator;
  const half = n === 0 ? 0.5 : (z / denominator) * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4);
  return {
    lower: hits === 0 ? 0 : Math.max(0, centre - half),
    upper: hits === n ? 1 : Math.min(1, centre + half),
  };
};

type Rate = { readonly hits: number; readonly n: number };

/**
 * How much higher the first of two independent rates is than the second, or null when one of them has no rows.
 *
 * Newcombe (1998), method 10: the two score intervals combined. It keeps its promise for small groups and for rates near
 * 0 or 1, where subtracting with a normal approximation does not.
 */
export const wilsonDifference = (a: Rate, b: Rate, z: number = z95): Estimate | null =>
  a.n === 0 || b.n === 0 ? null : differenceOfIndependent(rateOf(a, z), rateOf(b, z));

const rateOf = ({ hits, n }: Rate, z: number): Estimate => ({ value: hits / n, ...wilson(hits, n, z) });
