import type { IntervalMethod } from '#model/reading.ts';
import { bootstrapRatio, mostResampled } from '#model/statistics/bootstrap.ts';
import type { Interval } from '#model/statistics/interval.ts';
import { kaplanMeier } from '#model/statistics/kaplan-meier.ts';
import { momentsOf } from '#model/statistics/moments.ts';
import { oneWayRandomEffects } from '#model/statistics/one-way-random-effects.ts';
import { quantile, quantileRanks } from '#model/statistics/order-statistics.ts';
import { meanInterval, ratioInterval, ratioSums } from '#model/statistics/ratio-estimator.ts';
import { scoreAtEdge } from '#model/statistics/score-at-edge.ts';
import { spearman } from '#model/statistics/spearman.ts';
import { wilson } from '#model/statistics/wilson.ts';

/** A value with its interval; `n` is the number of cases it was drawn from. */
export type Estimated = {
  readonly value: number | null;
  readonly n: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly interval: IntervalMethod;
  readonly missing?: string;
};

/** No value, and why. */
export const unknown = (n: number, missing: string): Estimated => ({
  value: null,
  n,
  lower: null,
  upper: null,
  interval: 'none',
  missing,
});

export const total = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

export const greatestOf = (values: Float64Array): number => {
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest;
};

/** The counts of one day are added up first: teams that are shown as one bring one row a day each. */
export const dailyMean = (counts: Float64Array, days: Float64Array): Estimated => {
  const n = new Set(days).size;
  if (n === 0) return unknown(n, 'nothing was in progress');
  const value = total(counts) / n;
  return { value, n, lower: value, upper: value, interval: 'complete' };
};

/** Mostly the values come sorted. */
const ascending = (values: Float64Array): Float64Array => {
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) < (values[i - 1] ?? 0)) return values.toSorted();
  return values;
};

export const quantileOf = (values: Float64Array, p: number): Estimated => {
  const sorted = ascending(values);
  const ranks = quantileRanks(sorted.length, p);
  const base = { value: quantile(sorted, p), n: sorted.length };
  if (!ranks) {
    return { ...base, lower: null, upper: null, interval: 'none', missing: `no interval from ${sorted.length} cases` };
  }
  return {
    ...base,
    lower: sorted[ranks.lower - 1] ?? null,
    upper: sorted[ranks.upper - 1] ?? null,
    interval: 'order-statistics',
  };
};

export const share = (hits: number, n: number): Estimated => ({
  value: hits / n,
  n,
  ...wilson(hits, n),
  interval: 'wilson',
});

export const largestShare = (codes: Float64Array, whole: number): Estimated => {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return share(Math.max(...counts.values()), whole);
};

/** The ends that no single value can pass, and so no mean of them either, however few and uneven the cases are. */
export type Ends = { readonly least?: number; readonly most?: number };

export const mean = (values: Float64Array, { least, most = Number.POSITIVE_INFINITY }: Ends = {}): Estimated => {
  const moments = momentsOf(values);
  const estimate = meanInterval(moments);
  const base = { value: moments.mean, n: values.length };
  if (!estimate || moments.variance === 0) {
    const missing = `no interval from ${values.length} cases that are all alike`;
    return { ...base, lower: null, upper: null, interval: 'none', missing };
  }
  const bottom = least ?? (leastOf(values) < 0 ? Number.NEGATIVE_INFINITY : 0);
  return {
    ...base,
    lower: Math.max(bottom, estimate.lower),
    upper: Math.min(most, estimate.upper),
    interval: 'student-t',
  };
};

export const leastOf = (values: Float64Array): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < least) least = value;
  return least;
};

export const ratio = (top: Float64Array, bottom: Float64Array): Estimated => {
  const below = total(bottom);
  const n = top.length;
  if (below === 0) return unknown(n, 'the sum it is divided by is zero');
  const sums = ratioSums(top, bottom);
  const base = { value: total(top) / below, n };
  const atEdge = scoreAtEdge(sums);
  if (atEdge) return { ...base, ...atEdge, interval: 'wilson' };
  const small = n <= mostResampled;
  const interval = small ? bootstrapRatio(top, bottom) : withinShare(ratioInterval(sums), top, bottom);
  return {
    ...base,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    interval: small ? 'bootstrap' : 'ratio-estimator',
  };
};

/** Of all there are: nothing was drawn, so nothing is estimated. */
export const completeRatio = (top: Float64Array, bottom: Float64Array): Estimated => {
  const below = total(bottom);
  const n = top.length;
  if (below === 0) return unknown(n, 'the sum it is divided by is zero');
  const value = total(top) / below;
  return { value, n, lower: value, upper: value, interval: 'complete' };
};

export const ranksTogether = (first: Float64Array, second: Float64Array, least: number): Estimated => {
  const n = first.length;
  if (n < least) return unknown(n, `too few: ${n} of at least ${least}`);
  const found = spearman(first, second);
  if (!found) return unknown(n, 'all are alike, so there is no order to compare');
  if (found.lower !== null) return { ...found, n, interval: 'fisher' };
  return { ...found, n, interval: 'none', missing: `no interval from ${n} cases in wholly the same order` };
};

/** Unlike of a ratio, nothing bounds the parts, so the ends of a share mean nothing here. */
export const excess = (top: Float64Array, bottom: Float64Array): Estimated => {
  const below = total(bottom);
  const n = top.length;
  if (below === 0) return unknown(n, 'the sum it is compared with is zero');
  const small = n <= mostResampled;
  const interval = small ? bootstrapRatio(top, bottom) : ratioInterval(ratioSums(top, bottom));
  const base = { value: total(top) / below - 1, n };
  if (!interval || interval.lower === interval.upper) {
    const missing = `no interval from ${n} cases that are all alike`;
    return { ...base, lower: null, upper: null, interval: 'none', missing };
  }
  return {
    ...base,
    lower: interval.lower - 1,
    upper: interval.upper - 1,
    interval: small ? 'bootstrap' : 'ratio-estimator',
  };
};

/** The closed form knows nothing of the ends of a share; resampling cannot pass them. */
const withinShare = (interval: Interval | null, top: Float64Array, bottom: Float64Array): Interval | null => {
  if (!interval || !top.every((part, row) => part >= 0 && part <= (bottom[row] ?? 0))) return interval;
  return { lower: Math.max(0, interval.lower), upper: Math.min(1, interval.upper) };
};

export const survival = (durations: Float64Array, observed: Float64Array, p: number): Estimated => {
  const cases = Array.from(durations, (duration, row) => ({ duration, observed: observed[row] === 1 }));
  const { value, lower, upper } = kaplanMeier(cases, p);
  const base = { value, n: cases.length, lower, upper, interval: 'kaplan-meier' as const };
  return value === null ? { ...base, missing: 'too many are still open to tell' } : base;
};

const fewestGroups = 3;

export const variationBetween = (values: Float64Array, groups: Float64Array, least: number): Estimated => {
  const byGroup = Map.groupBy(values.keys(), (row) => groups[row] ?? 0);
  const large = [...byGroup.values()]
    .filter((rows) => rows.length >= least)
    .map((rows) => rows.map((row) => values[row] ?? 0));
  const n = large.reduce((count, group) => count + group.length, 0);
  if (large.length < fewestGroups) {
    return unknown(n, `too few groups: ${large.length} of at least ${fewestGroups} with ${least} cases`);
  }
  const found = oneWayRandomEffects(large.map((group) => momentsOf(group)));
  if (!found) return unknown(n, 'the values do not vary');
  return { value: found.value, n, lower: found.lower, upper: found.upper, interval: 'one-way-random-effects' };
};
