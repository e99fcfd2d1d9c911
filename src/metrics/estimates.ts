import type { IntervalMethod } from '#model/reading.ts';
import { bootstrap, bootstrapRatio, mostResampled } from '#model/statistics/bootstrap.ts';
import { effectiveCount, gini, giniCorrected, herfindahl, normalisedHerfindahl } from '#model/statistics/entropy.ts';
import type { Interval } from '#model/statistics/interval.ts';
import { kaplanMeier, type Lifetime } from '#model/statistics/kaplan-meier.ts';
import { momentsOf } from '#model/statistics/moments.ts';
import { oneWayRandomEffects } from '#model/statistics/one-way-random-effects.ts';
import { quantile, quantileRanks } from '#model/statistics/order-statistics.ts';
import { kendallTauB } from '#model/statistics/rank-correlation.ts';
import { meanInterval, ratioInterval, ratioSums } from '#model/statistics/ratio-estimator.ts';
import { scoreAtEdge } from '#model/statistics/score-at-edge.ts';
import { spearman } from '#model/statistics/spearman.ts';
import { wilson } from '#model/statistics/wilson.ts';

/** What is said where a figure is divided by sums of nothing; a metric may say it better. */
export const undivided = 'the sum it is divided by is zero';

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
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
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

/** The quantile of values in any order, and nothing of how sure it is. */
export const quantileAlone = (values: Float64Array, p: number): number | null => quantile(ascending(values), p);

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
  if (below === 0) return unknown(n, undivided);
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

/** A ratio of two counts of events: what is counted above may be more than what is below, so only nought is an end. */
export const unboundedRatio = (top: Float64Array, bottom: Float64Array, per: number): Estimated => {
  const below = total(bottom);
  const n = top.length;
  if (below === 0) return unknown(n, undivided);
  const sums = ratioSums(top, bottom);
  const small = n <= mostResampled;
  const spread = () => (small ? bootstrapRatio(top, bottom) : ratioInterval(sums));
  const interval = sums.sumY === 0 ? scoreAtEdge(sums) : spread();
  const method = sums.sumY === 0 ? 'wilson' : small ? 'bootstrap' : 'ratio-estimator';
  return {
    value: (per * total(top)) / below,
    n,
    lower: interval && per * Math.max(0, interval.lower),
    upper: interval && per * interval.upper,
    interval: interval ? method : 'none',
  };
};

/** A ratio of sums of all that there is. Of less than nothing, such as more credits than bills, there is no part. */
export const completeRatio = (top: Float64Array, bottom: Float64Array): Estimated => {
  const below = total(bottom);
  if (Math.abs(below) <= rounding * total(bottom.map(Math.abs))) return unknown(top.length, undivided);
  if (below < 0) return unknown(top.length, 'the sum it is divided by is less than zero');
  return exactly(total(top) / below, top.length);
};

/** What numbers that cancel each other out may leave, as a part of all of them. */
const rounding = 1e-12;

const exactly = (value: number, n: number): Estimated => ({
  value,
  n,
  lower: value,
  upper: value,
  interval: 'complete',
});

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

/** The rows that have both, as lifetimes; undefined for those that lack one. */
export const lifetimes = ([durations, observed]: readonly Float64Array[]): (Lifetime | undefined)[] =>
  Array.from(durations ?? [], (duration, row) => {
    const over = observed?.[row] ?? Number.NaN;
    return Number.isNaN(duration) || Number.isNaN(over) ? undefined : { duration, observed: over === 1 };
  });

/** Rows are drawn whole, so that what one row tells of both durations stays together. */
export const survivalRatio = (
  tops: readonly (Lifetime | undefined)[],
  bottoms: readonly (Lifetime | undefined)[],
  p: number,
): Estimated => {
  const rows = tops.map((top, row) => ({ top, bottom: bottoms[row] }));
  const told = (cases: readonly (Lifetime | undefined)[]): Lifetime[] => cases.filter((each) => each !== undefined);
  const n = told(tops).length;
  const fewer = Math.min(n, told(bottoms).length);
  if (fewer < fewest) return unknown(n, `too few: ${fewer} of at least ${fewest}`);
  const ratioOfMedians = (some: typeof rows): number | null => {
    const [above, below] = [told(some.map(({ top }) => top)), told(some.map(({ bottom }) => bottom))];
    const [one, other] = [kaplanMeier(above, p).value, kaplanMeier(below, p).value];
    return one === null || !other ? null : one / other;
  };
  const value = ratioOfMedians(rows);
  if (value === null) return unknown(n, 'too many are still open to tell');
  const interval = bootstrap(rows, (some) => ratioOfMedians([...some]));
  const base = { value, n, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
  if (interval) return { ...base, interval: 'bootstrap' };
  return { ...base, interval: 'none', missing: 'no interval: too many are still open' };
};

/** Samples of fewer than five are not shown: they say more about single cases than about the whole. */
export const fewest = 5;

/** Lists say all there is to say of an order, so there is nothing to estimate. */
export const rankCorrelation = (before: Float64Array, after: Float64Array, within: Float64Array): Estimated => {
  const groups = [...Map.groupBy(within.keys(), (row) => within[row] ?? 0).values()];
  const value = kendallTauB(groups.map((rows) => rows.map((row) => [before[row] ?? 0, after[row] ?? 0] as const)));
  return value === null ? unknown(before.length, 'no two of them stand on one list') : exactly(value, before.length);
};

/** What is told of the shares that areas have. */
export type Concentration = keyof typeof concentrations;

const concentrations = {
  'effective-number': effectiveCount,
  herfindahl,
  'normalised-herfindahl': normalisedHerfindahl,
  gini,
  'corrected-gini': giniCorrected,
  'top-three': (sums: readonly number[]): number | null => {
    const whole = sums.reduce((sum, each) => sum + each, 0);
    const top = sums.toSorted((a, b) => b - a).slice(0, 3);
    return whole > 0 ? top.reduce((sum, each) => sum + each, 0) / whole : null;
  },
} as const;

export const concentration = (amounts: Float64Array, areas: Float64Array, as: Concentration): Estimated => {
  const sums = new Map<number, number>();
  for (const [row, area] of areas.entries()) sums.set(area, (sums.get(area) ?? 0) + (amounts[row] ?? 0));
  const n = sums.size;
  const all = [...sums.values()];
  if (all.some((sum) => sum < 0)) return unknown(n, 'what went to one of the areas is less than nothing');
  const value = concentrations[as](all);
  return value === null ? unknown(n, 'there is nothing to share out') : exactly(value, n);
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
