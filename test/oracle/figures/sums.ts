export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** Of a whole that is not above nought there is no part. */
export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

export const share = <T>(cases: readonly T[], holds: (one: T) => boolean): number | null =>
  ratio(cases.filter(holds).length, cases.length);

/** Type 7: linear between the two nearest order statistics. */
export const percentile = (values: readonly number[], p: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number | null => percentile(values, 0.5);

/**
 * The time by which half are estimated to be over, by Kaplan and Meier; null when that is never reached.
 *
 * Where the curve lies at exactly one half, the middle of that stretch (its beginning, where nothing ends it). One half is
 * meant within a billionth, since the product is not exact.
 */
export const survivalMedian = (cases: readonly { time: number; over: boolean }[]): number | null => {
  let surviving = 1;
  let half: number | null = null;
  for (const time of [...new Set(cases.map((each) => each.time))].sort((a, b) => a - b)) {
    const atRisk = cases.filter((each) => each.time >= time).length;
    const over = cases.filter((each) => each.time === time && each.over).length;
    surviving *= 1 - over / atRisk;
    if (over === 0) continue;
    if (half !== null) return (half + time) / 2;
    if (surviving < 0.5 - 1e-9) return time;
    if (surviving <= 0.5 + 1e-9) half = time;
  }
  return half;
};

/**
 * One-way random effects: the share of the variance that lies between groups, by mean squares.
 *
 * AMBIGUOUS: what a negative estimate becomes. Here: it stays.
 */
export const intraClass = (groups: readonly (readonly number[])[]): number | null => {
  const all = groups.flat();
  const k = groups.length;
  const grand = mean(all) ?? 0;
  const between = sum(groups.map((group) => group.length * ((mean(group) ?? 0) - grand) ** 2)) / (k - 1);
  const within = sum(groups.map((group) => sum(group.map((x) => (x - (mean(group) ?? 0)) ** 2)))) / (all.length - k);
  const size = (all.length - sum(groups.map((group) => group.length ** 2)) / all.length) / (k - 1);
  return ratio(between - within, between + (size - 1) * within);
};
