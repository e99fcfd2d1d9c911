import { fQuantile } from './distributions.ts';
import type { Estimate } from './interval.ts';
import type { Moments } from './moments.ts';

/**
 * The share of all variance that lies between groups rather than inside them: the intra-class correlation ICC(1).
 *
 * Null when it cannot be told: fewer than two groups that have rows, no group with two, or no variance at all. Groups may
 * differ in size; n0 stands for their common size (Donner 1986). A negative estimate means that groups differ less than
 * chance alone would make them; it is kept, since cutting it to 0 would lift the average of many such figures. Show it
 * as "no difference between groups". The interval inverts the F distribution, exact for groups of equal size (Searle
 * 1971) and close to it otherwise, with n0 for the size.
 */
export const oneWayRandomEffects = (all: readonly Moments[]): Estimate | null => {
  const groups = all.filter(({ n }) => n > 0);
  const total = sumOf(groups, ({ n }) => n);
  const between = groups.length - 1;
  const within = total - groups.length;
  if (between < 1 || within < 1) return null;

  const grand = sumOf(groups, ({ n, mean }) => n * mean) / total;
  const meanSquareBetween = sumOf(groups, ({ n, mean }) => n * (mean - grand) ** 2) / between;
  const meanSquareWithin = sumOf(groups, ({ n, variance }) => (n === 1 ? 0 : (n - 1) * variance)) / within;
  if (meanSquareBetween === 0 && meanSquareWithin === 0) return null;
  if (meanSquareWithin === 0) return { value: 1, lower: 1, upper: 1 };

  const size = (total - sumOf(groups, ({ n }) => n * n) / total) / between;
  const correlation = (f: number): number => (f - 1) / (f + size - 1);
  const f = meanSquareBetween / meanSquareWithin;
  return {
    value: correlation(f),
    lower: correlation(f / fQuantile(0.975, between, within)),
    upper: correlation(f * fQuantile(0.975, within, between)),
  };
};

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
