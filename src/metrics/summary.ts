import {
  type Concentration,
  completeRatio,
  concentration,
  dailyMean,
  type Ends,
  type Estimated,
  excess,
  fewest,
  greatestOf,
  largestShare,
  leastOf,
  lifetimes,
  mean,
  quantileAlone,
  quantileOf,
  rankCorrelation,
  ranksTogether,
  ratio,
  share,
  survival,
  survivalRatio,
  total,
  unboundedRatio,
  unknown,
  variationBetween,
} from './estimates.ts';

/**
 * The ways in which rows become one number; columns are named as the metric's rows name them.
 *
 * - `quantile`: the p-quantile of a column, linearly interpolated.
 * - `share`: the share of rows whose column is true.
 * - `rate`: the sum of one column's hits over the sum of another's trials, where a row holds several of each.
 * - `mean`: the mean of a column, and the ends that no value passes; without them none is below 0 unless one is seen there.
 * - `ratio`: the sum of one column over the sum of another, or that times `per`, which nothing bounds.
 * - `complete-ratio`: the same where the rows are all there are, so that there is nothing to estimate. Rows of which the column
 *   `among` is not true are none of its own: they are not counted and lower no coverage.
 * - `excess`: by how much the sum of one column exceeds the sum of another, as a share of the latter.
 * - `count`: the number of rows with a value in the column; complete, so never hidden and without an interval.
 * - `sum`: the sum of a column; complete as well.
 * - `total`: the same where a row without a value is one of which nobody knows it, so that none at all are no sum.
 * - `greatest`, `least`: the greatest or least value of a column. Of the rows that are there it is known for sure, but of few it is one case.
 * - `daily-mean`: the mean over days of a complete count, summed within each day, without an interval.
 * - `survival`: the p-quantile of a duration of which some are still going on (`observed` false).
 * - `survival-ratio`: the p-quantile of one such duration over that of another; a row may tell either of them alone.
 * - `rank-correlation`: Kendall's tau-b of two columns of places, pairs taken within one value of `within`; complete.
 * - `concentration`: how a whole is spread over areas, of the sums of a column by area, which are all there are.
 * - `between`: the share of a column's variance that lies between groups of at least `least` rows, three or more of them.
 * - `spearman`: the rank correlation, of two columns; of fewer than `least` rows it says nothing.
 * - `largest-share`: the share of the most frequent value of a column; cut by that very column, the share of each value.
 */
export type Summary =
  | { readonly kind: 'quantile'; readonly p: number; readonly of: string }
  | { readonly kind: 'share'; readonly of: string }
  | { readonly kind: 'rate'; readonly hits: string; readonly trials: string }
  | ({ readonly kind: 'mean'; readonly of: string } & Ends)
  | { readonly kind: 'ratio'; readonly top: string; readonly bottom: string; readonly per?: number }
  | { readonly kind: 'complete-ratio'; readonly top: string; readonly bottom: string; readonly among?: string }
  | { readonly kind: 'excess'; readonly top: string; readonly bottom: string }
  | { readonly kind: 'count'; readonly of: string }
  | { readonly kind: 'sum'; readonly of: string }
  | { readonly kind: 'total'; readonly of: string }
  | { readonly kind: 'greatest'; readonly of: string }
  | { readonly kind: 'least'; readonly of: string }
  | { readonly kind: 'daily-mean'; readonly of: string; readonly day: string }
  | { readonly kind: 'survival'; readonly p: number; readonly of: string; readonly observed: string }
  | {
      readonly kind: 'survival-ratio';
      readonly p: number;
      readonly of: string;
      readonly observed: string;
      readonly over: string;
      readonly overObserved: string;
    }
  | { readonly kind: 'rank-correlation'; readonly of: string; readonly with: string; readonly within: string }
  | { readonly kind: 'concentration'; readonly as: Concentration; readonly of: string; readonly area: string }
  | { readonly kind: 'between'; readonly of: string; readonly group: string; readonly least: number }
  | { readonly kind: 'spearman'; readonly of: string; readonly with: string; readonly least: number }
  | { readonly kind: 'largest-share'; readonly of: string };

/** The measures of some rows, column by column: numbers with NaN for null, booleans as 0 and 1, texts as codes from 0. */
export type Measures = Readonly<Record<string, Float64Array>>;

/** What some rows come to. `coverage` is the share of them that could enter, null where there are none. */
export type Summarised = Estimated & { readonly coverage: number | null };

/** The columns a summary reads. */
export const columnsOf = (summary: Summary): string[] => {
  const among = amongOf(summary);
  return among === undefined ? measuredBy(summary) : [...measuredBy(summary), among];
};

const amongOf = (summary: Summary): string | undefined =>
  summary.kind === 'complete-ratio' ? summary.among : undefined;

/** The columns that a row has to have a value in to enter. */
const measuredBy = (summary: Summary): string[] => {
  switch (summary.kind) {
    case 'ratio':
    case 'complete-ratio':
    case 'excess':
      return [summary.top, summary.bottom];
    case 'rate':
      return [summary.hits, summary.trials];
    case 'daily-mean':
      return [summary.of, summary.day];
    case 'survival':
      return [summary.of, summary.observed];
    case 'survival-ratio':
      return [summary.of, summary.observed, summary.over, summary.overObserved];
    case 'rank-correlation':
      return [summary.of, summary.with, summary.within];
    case 'concentration':
      return [summary.of, summary.area];
    case 'between':
      return [summary.of, summary.group];
    case 'spearman':
      return [summary.of, summary.with];
    case 'quantile':
    case 'share':
    case 'mean':
    case 'count':
    case 'sum':
    case 'total':
    case 'greatest':
    case 'least':
    case 'largest-share':
      return [summary.of];
  }
};

/** Of the columns a summary reads, those whose values are texts. */
export const textColumnsOf = (summary: Summary): string[] => {
  if (summary.kind === 'largest-share') return [summary.of];
  if (summary.kind === 'between') return [summary.group];
  if (summary.kind === 'rank-correlation') return [summary.within];
  return summary.kind === 'concentration' ? [summary.area] : [];
};

/** Whether a summary looks at two columns of one row together. */
export const readsPairs = (summary: Summary): boolean => columnsOf(summary).length > 1;

/** The columns that are measured, of the rows that a summary is about. */
const ownRows = (summary: Summary, measures: Measures): Float64Array[] => {
  const columns = measuredBy(summary).map((name) => measures[name] ?? noValues);
  const among = amongOf(summary);
  return among === undefined
    ? columns
    : columns.map((column) => column.filter((_, row) => measures[among]?.[row] === 1));
};

/** `whole` is the number of rows of which these are a part; only a share of values looks at it. */
export const summarise = (summary: Summary, measures: Measures, whole?: number): Summarised => {
  const columns = ownRows(summary, measures);
  const rows = columns[0]?.length ?? 0;
  const entering = rowsWithAll(columns);
  const [first = noValues] = entering;
  if (rows === 0) return { ...estimate(summary, entering, 0), coverage: null };
  if (first.length === 0 && !isCount(summary))
    return { ...unknown(0, `none of ${rows} rows has what it takes`), coverage: 0 };
  const estimated =
    summary.kind === 'survival-ratio'
      ? survivalRatio(lifetimes(columns.slice(0, 2)), lifetimes(columns.slice(2)), summary.p)
      : estimate(summary, entering, whole ?? first.length);
  return { ...estimated, coverage: enteredOf(summary, rows, first.length, estimated) / rows };
};

/** The value that `summarise` answers, in less time where it is asked for alone: without how sure it is. */
export const valueAlone = (summary: Summary, measures: Measures, whole?: number): number | null => {
  if (summary.kind !== 'quantile' && summary.kind !== 'mean' && summary.kind !== 'sum')
    return summarise(summary, measures, whole).value;
  const column = measures[summary.of] ?? noValues;
  const values = valuesOf(column);
  if (summary.kind === 'sum') return values.length === 0 && column.length > 0 ? null : total(values);
  if (values.length < fewest) return null;
  return summary.kind === 'mean' ? total(values) / values.length : quantileAlone(values, summary.p);
};

/** One for all: to make an array takes longer than to look through a small one. */
const noValues = new Float64Array();

/** Counting takes all rows as they are: one without a value was never meant to be in it, and none at all are nought. */
const isCount = ({ kind }: Summary): boolean => kind === 'count' || kind === 'daily-mean';

/** How many of the rows entered. Of groups that are compared, the small ones did not. */
const enteredOf = (summary: Summary, rows: number, withAll: number, { n }: Estimated): number => {
  if (isCount(summary) || summary.kind === 'sum') return rows;
  return summary.kind === 'between' ? n : withAll;
};

const estimate = (summary: Summary, columns: readonly Float64Array[], whole: number): Estimated => {
  const [first = noValues, second = noValues, third = noValues] = columns;
  switch (summary.kind) {
    case 'count':
      return complete(first.length, first.length);
    case 'sum':
      return complete(total(first), first.length);
    case 'total':
      return first.length === 0 ? unknown(0, 'no rows') : complete(total(first), first.length);
    case 'greatest':
      return sample(first.length, () => complete(greatestOf(first), first.length));
    case 'least':
      return sample(first.length, () => complete(leastOf(first), first.length));
    case 'daily-mean':
      return dailyMean(first, second);
    case 'rate':
      return sample(total(second), () => share(total(first), total(second)));
    case 'largest-share':
      return sample(whole, () => largestShare(first, whole));
    case 'quantile':
      return sample(first.length, () => quantileOf(first, summary.p));
    case 'share':
      return sample(first.length, () => share(total(first), first.length));
    case 'mean':
      return sample(first.length, () => mean(first, summary));
    case 'ratio':
      return sample(first.length, () =>
        summary.per === undefined ? ratio(first, second) : unboundedRatio(first, second, summary.per),
      );
    case 'complete-ratio':
      return first.length === 0 ? unknown(0, 'no rows') : completeRatio(first, second);
    case 'excess':
      return sample(first.length, () => excess(first, second));
    case 'survival':
      return sample(first.length, () => survival(first, second, summary.p));
    case 'survival-ratio':
      return unknown(0, 'no rows');
    case 'rank-correlation':
      return sample(first.length, () => rankCorrelation(first, second, third));
    case 'concentration':
      return first.length === 0 ? unknown(0, 'no rows') : concentration(first, second, summary.as);
    case 'spearman':
      return first.length === 0 ? unknown(0, 'no rows') : ranksTogether(first, second, summary.least);
    case 'between':
      return first.length === 0 ? unknown(0, 'no rows') : variationBetween(first, second, summary.least);
  }
};

const complete = (value: number, n: number): Estimated => ({
  value,
  n,
  lower: value,
  upper: value,
  interval: 'complete',
});

const sample = (n: number, of: () => Estimated): Estimated => {
  if (n === 0) return unknown(n, 'no rows');
  return n < fewest ? unknown(n, `too few: ${n} of at least ${fewest}`) : of();
};

/** The values of the rows that have one in each column. Mostly rows without one stand behind all others, or are none. */
const rowsWithAll = (columns: readonly Float64Array[]): Float64Array[] => {
  if (columns.length === 1) return columns.map(valuesOf);
  const rows = columns[0]?.length ?? 0;
  const leading = columns.reduce((least, column) => Math.min(least, leadingValues(column)), rows);
  if (leading === rows) return [...columns];
  const later: number[] = [];
  for (let row = leading; row < rows; row++) {
    if (columns.every((column) => !Number.isNaN(column[row]))) later.push(row);
  }
  return columns.map((column) => {
    if (later.length === 0) return column.subarray(0, leading);
    const values = new Float64Array(leading + later.length);
    values.set(column.subarray(0, leading));
    values.set(
      later.map((row) => column[row] ?? Number.NaN),
      leading,
    );
    return values;
  });
};

/** The values of a column without the rows that have none. */
const valuesOf = (column: Float64Array): Float64Array => {
  const leading = leadingValues(column);
  for (let row = leading; row < column.length; row++) {
    if (!Number.isNaN(column[row] ?? Number.NaN)) return column.filter((value) => !Number.isNaN(value));
  }
  return leading === column.length ? column : column.subarray(0, leading);
};

/** How many values there are before the first one that is missing. */
const leadingValues = (column: Float64Array): number => {
  let row = 0;
  while (row < column.length && !Number.isNaN(column[row] ?? Number.NaN)) row++;
  return row;
};
