/** Own arithmetic, apart from the product's, so that the ledger can be held against it. */

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

export const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number | null =>
  items.length === 0 ? null : items.filter(holds).length / items.length;

/** The quantile with linear interpolation between neighbours (type 7). */
export const quantile = (values: readonly number[], p: number): number | null => {
  const sorted = ascending(values);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

/**
 * The time by which half of all cases has ended, open ones counted as long as they have lasted (Kaplan and Meier).
 *
 * Where exactly half is left, the middle between that time and the next end.
 */
export const survivalMedian = (ended: readonly number[], open: readonly number[]): number | null => {
  let left = 1;
  const times = ascending([...new Set(ended)]);
  for (const [index, time] of times.entries()) {
    const atRisk = [...ended, ...open].filter((each) => each >= time).length;
    left *= 1 - ended.filter((each) => each === time).length / atRisk;
    if (Math.abs(left - 0.5) < 1e-9) return (time + (times[index + 1] ?? time)) / 2;
    if (left < 0.5) return time;
  }
  return null;
};

/** The share of all variance that lies between groups of unequal size: the intra-class correlation, one way. */
export const betweenGroups = (groups: readonly (readonly number[])[]): number | null => {
  const all = groups.flat();
  const grand = mean(all);
  if (grand === null || groups.length < 2) return null;
  const centres = groups.map((group) => mean(group) ?? grand);
  const squaresBetween = sum(groups.map((group, index) => group.length * ((centres[index] ?? grand) - grand) ** 2));
  const squaresWithin = sum(
    groups.flatMap((group, index) => group.map((value) => (value - (centres[index] ?? grand)) ** 2)),
  );
  const msb = squaresBetween / (groups.length - 1);
  const msw = squaresWithin / (all.length - groups.length);
  const size = (all.length - sum(groups.map((group) => group.length ** 2)) / all.length) / (groups.length - 1);
  return (msb - msw) / (msb + (size - 1) * msw);
};
