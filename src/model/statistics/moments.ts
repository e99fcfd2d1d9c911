/** What has to be known of a list to judge its mean: the variance is that of a sample (divisor n − 1). */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

/** The moments of a list of values, by two passes so that close values do not cancel. The variance of one value is 0. */
export const momentsOf = (list: ArrayLike<number>): Moments => {
  const n = list.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += list[i] ?? 0;
  const mean = total / Math.max(1, n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = (list[i] ?? 0) - mean;
    squares += deviation * deviation;
  }
  return { n, mean, variance: squares / Math.max(1, n - 1) };
};
