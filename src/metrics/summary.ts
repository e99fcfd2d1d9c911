import type { IntervalMethod } from '#model/reading.ts';
import { bootstrapRatio } from '#model/statistics/bootstrap.ts';
import { kaplanMeier } from '#model/statistics/kaplan-meier.ts';
import { momentsOf } from '#model/statistics/moments.ts';
import { oneWayRandomEffects } from '#model/statistics/one-way-random-effects.ts';
import { quantile, quantileRanks } from '#model/statistics/order-statistics.ts';
import { meanInterval, ratioInterval, ratioSums } from '#model/statistics/ratio-estimator.ts';
import { wilson } from '#model/statistics/wilson.ts';

/**
 * The ways in which rows become one number; columns are named as the metric's rows name them.
 *
 * - `quantile`: the p-quantile of a column, linearly interpolated.
 * - `share`: the share of rows whose column is true.
 * - `mean`: the mean of a column.
 * - `ratio`: the sum of one column over the sum of another.
 * - `count`: the number of rows with a value in the column; complete, so never hidden and without an interval.
 * - `total-mean`: the mean of complete counts (one row a day), without an interval.
 * - `survival`: the p-quantile of a duration of which some are still going on (`observed` false).
 * - `between`: the share of a column's variance that lies between groups of at least `least` rows, three or more of them.
 * - `largest-share`: the share of the most frequent value of a column.
 */
export type Summary =
  | { readonly kind: 'quantile'; readonly p: number; readonly of: string }
  | { readonly kind: 'share'; readonly of: string }
  | { readonly kind: 'mean'; readonly of: string }
  | { readonly kind: 'ratio'; readonly top: string; readonly bottom: string }
  | { readonly kind: 'count'; readonly of: string }
  | { readonly kind: 'total-mean'; readonly of: string }
  | { readonly kind: 'survival'; readonly p: number; readonly of: string; readonly observed: string }
  | { readonly kind: 'between'; readonly of: string; readonly group: string; readonly least: number }
  | { readonly kind: 'largest-share'; readonly of: string };

/** The measures of some rows, column by column: numbers with NaN for null, booleans as 0 and 1, texts as codes from 0. */
export type Measures = Readonly<Record<string, Float64Array>>;

/** What some rows come to. `n` counts the rows that entered. */
export type Summarised = {
  readonly value: number | null;
  readonly n: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly interval: IntervalMethod;
  readonly missing?: string;
};

/** The columns a summary reads; a row enters when it has a value in each. */
export const columnsOf = (summary: Summary): string[] => {
  switch (summary.kind) {
    case 'ratio':
      return [summary.top, summary.bottom];
    case 'survival':
      return [summary.of, summary.observed];
    case 'between':
      return [summary.of, summary.group];
    case 'quantile':
    case 'share':
    case 'mean':
    case 'count':
    case 'total-mean':
    case 'largest-share':
      return [summary.of];
  }
};

/** Samples of fewer than five are not shown: they say more about single cases than about the whole. */
export const fewest = 5;

const bootstrapLimit = 10_000;

export const summarise = (summary: Summary, measures: Measures): Summarised => {
  const columns = columnsOf(summary).map((name) => measures[name] ?? new Float64Array());
  const complete = rowsWithAll(columns);
  const n = complete[0]?.length ?? 0;
  if (summary.kind === 'count') return { value: n, n, lower: n, upper: n, interval: 'complete' };
  const [first = new Float64Array(), second = new Float64Array()] = complete;
  if (summary.kind === 'total-mean') return totalMean(first);
  if (n === 0) return nothing(n, 'no rows');
  if (n < fewest) return nothing(n, `too few: ${n} of at least ${fewest}`);
  switch (summary.kind) {
    case 'quantile':
      return quantileOf(first, summary.p);
    case 'share':
      return shareOf(sum(first), n);
    case 'mean':
      return meanOf(first);
    case 'ratio':
      return ratioOf(first, second);
    case 'survival':
      return survivalOf(first, second, summary.p);
    case 'between':
      return betweenOf(first, second, summary.least);
    case 'largest-share':
      return shareOf(Math.max(...tally(first).values()), n);
  }
};

const nothing = (n: number, missing: string): Summarised => ({
  value: null,
  n,
  lower: null,
  upper: null,
  interval: 'none',
  missing,
});

const rowsWithAll = (columns: readonly Float64Array[]): Float64Array[] => {
  if (columns.every((column) => !column.some(Number.isNaN))) return [...columns];
  const rows = columns[0]?.length ?? 0;
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) if (columns.every((column) => !Number.isNaN(column[row]))) kept.push(row);
  return columns.map((column) => Float64Array.from(kept, (row) => column[row] ?? Number.NaN));
};

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const totalMean = (values: Float64Array): Summarised => {
  if (values.length === 0) return nothing(0, 'no days');
  const value = sum(values) / values.length;
  return { value, n: values.length, lower: value, upper: value, interval: 'complete' };
};

const quantileOf = (values: Float64Array, p: number): Summarised => {
  const sorted = Float64Array.from(values).sort();
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

const shareOf = (hits: number, n: number): Summarised => ({
  value: hits / n,
  n,
  ...wilson(hits, n),
  interval: 'wilson',
});

const meanOf = (values: Float64Array): Summarised => {
  const estimate = meanInterval(momentsOf(values));
  return {
    value: sum(values) / values.length,
    n: values.length,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
    interval: 'ratio-estimator',
  };
};

const ratioOf = (top: Float64Array, bottom: Float64Array): Summarised => {
  const below = sum(bottom);
  const n = top.length;
  if (below === 0) return nothing(n, 'the sum it is divided by is zero');
  const small = n <= bootstrapLimit;
  const interval = small ? bootstrapRatio(top, bottom) : ratioInterval(ratioSums(top, bottom));
  return {
    value: sum(top) / below,
    n,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    interval: small ? 'bootstrap' : 'ratio-estimator',
  };
};

const survivalOf = (durations: Float64Array, observed: Float64Array, p: number): Summarised => {
  const cases = Array.from(durations, (duration, row) => ({ duration, observed: observed[row] === 1 }));
  const { value, lower, upper } = kaplanMeier(cases, p);
  const base = { value, n: cases.length, lower, upper, interval: 'kaplan-meier' as const };
  return value === null ? { ...base, missing: 'too many are still open to tell' } : base;
};

const betweenOf = (values: Float64Array, groups: Float64Array, least: number): Summarised => {
  const byGroup = new Map<number, number[]>();
  values.forEach((value, row) => {
    const group = groups[row] ?? 0;
    const list = byGroup.get(group);
    if (list) list.push(value);
    else byGroup.set(group, [value]);
  });
  const large = [...byGroup.values()].filter((group) => group.length >= least);
  const n = large.reduce((count, group) => count + group.length, 0);
  if (large.length < 3) return nothing(n, `too few groups: ${large.length} of at least 3 with ${least} cases`);
  const estimate = oneWayRandomEffects(large.map((group) => momentsOf(group)));
  if (!estimate) return nothing(n, 'the values do not vary');
  return { value: estimate.value, n, lower: estimate.lower, upper: estimate.upper, interval: 'one-way-random-effects' };
};

const tally = (codes: Float64Array): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};
