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
 * needs 6 rows, a 95th percentile 72.
 */
export const quantileRanks = (n: number, p: number): Ranks | null => {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no quantile between 0 and 1`);
  const likeliest = Math.floor((n + 1) * p);
  const fewer: Side = { odds: (1 - p) / p, falling: likeliest, rising: n - likeliest };
  const more: Side = { odds: p / (1 - p), falling: n - likeliest, rising: likeliest };
  const [below, above] = [chanceOf(fewer), chanceOf(more)];
  const cutOff = tail * (below + above - 1);
  const lower = likeliest - stepsLeft(fewer, below, cutOff);
  const upper = likeliest + stepsLeft(more, above, cutOff) + 1;
  return lower >= 1 && upper <= n ? { lower, upper } : null;
};

/**
 * The binomial counts from the likeliest on to one side: with each step one more rises and one fewer falls.
 *
 * A count's chance is the one before times a ratio, beginning with 1 for the likeliest, so no factorial is ever taken.
 */
type Side = { readonly odds: number; readonly falling: number; readonly rising: number };

const ratio = ({ odds, falling, rising }: Side, step: number): number =>
  (odds * (falling - step)) / (rising + step + 1);

/** What is smaller beside the likeliest count is lost in the last digits of a sum: some nine standard deviations away. */
const negligible = 1e-17;

const chanceOf = (side: Side): number => {
  let sum = 0;
  for (let chance = 1, step = 0; chance > negligible; chance *= ratio(side, step++)) sum += chance;
  return sum;
};

/** How many steps a side goes when no more than so much is cut off its far end. */
const stepsLeft = (side: Side, whole: number, cutOff: number): number => {
  let step = 0;
  let chance = 1;
  for (let beyond = whole - chance; beyond > cutOff; beyond -= chance) chance *= ratio(side, step++);
  return step;
};
