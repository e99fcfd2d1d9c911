/** What has to be known of a list to judge its mean: the variance is that of a sample (divisor n − 1). */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

/** The moments of a list of values, by two passes so that close values do not cancel. The variance of one value is 0. */
export const momentsOf = (list: ArrayLike<number>): Moments => {
  const values = Array.from(list);
  const n = values.length;
  const mean = sum(values) / Math.max(1, n);
  const variance = sum(values.map((value) => (value - mean) ** 2)) / Math.max(1, n - 1);
  return { n, mean, variance };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
