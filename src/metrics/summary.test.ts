import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, type Measures, type Summary, summarise, valueAlone } from './summary.ts';

const none = Number.NaN;

/** Columns written as lists; `-` is a missing value. */
const measures = (columns: Readonly<Record<string, string>>): Measures =>
  Object.fromEntries(
    Object.entries(columns).map(([name, list]) => [
      name,
      Float64Array.from(list.split(' ').filter(Boolean), (word) => (word === '-' ? none : Number(word))),
    ]),
  );

const a = (list: string) => ({ a: list });

/** Of 40, 30, 20 and 10, as published. */
const spreads = [
  ['herfindahl', 0.3],
  ['normalised-herfindahl', 0.2 / 3],
  ['effective-number', 1 / 0.3],
  ['gini', 0.25],
  ['corrected-gini', 1 / 3],
  ['top-three', 0.9],
] as const;

describe('rows become', () => {
  const cases: [string, Summary, Readonly<Record<string, string>>, object][] = [
    [
      'a median',
      { kind: 'quantile', p: 0.5, of: 'a' },
      a('1 2 3 4 10'),
      { value: 3, n: 5, interval: 'none', missing: 'no interval from 5 cases' },
    ],
    [
      'a median with its interval',
      { kind: 'quantile', p: 0.5, of: 'a' },
      a('6 5 4 3 2 1'),
      { value: 3.5, lower: 1, upper: 6, interval: 'order-statistics' },
    ],
    ['a percentile between two rows', { kind: 'quantile', p: 0.85, of: 'a' }, a('0 10 20 30 40'), { value: 34 }],
    ['a share', { kind: 'share', of: 'a' }, a('1 0 0 1 0'), { value: 0.4, n: 5, interval: 'wilson' }],
    ['a greatest value', { kind: 'greatest', of: 'a' }, a('1 2 - 10 3 4'), { value: 10, n: 5, interval: 'complete' }],
    ['no greatest value of few', { kind: 'greatest', of: 'a' }, a('1 2 10'), { value: null, n: 3 }],
    ['a mean', { kind: 'mean', of: 'a' }, a('1 2 3 4 10'), { value: 4, n: 5, interval: 'student-t' }],
    [
      'a ratio of sums',
      { kind: 'ratio', top: 'a', bottom: 'b' },
      { a: '1 1 1 1 1', b: '1 2 3 4 10' },
      { value: 0.25, n: 5, interval: 'bootstrap' },
    ],
    [
      'an excess of one sum over another',
      { kind: 'excess', top: 'a', bottom: 'b' },
      { a: '2 1 1 1 25', b: '1 2 3 4 10' },
      { value: 0.5, n: 5, interval: 'bootstrap' },
    ],
    [
      'an excess without an interval where all rows are alike',
      { kind: 'excess', top: 'a', bottom: 'b' },
      { a: '2 2 2 2 2', b: '1 1 1 1 1' },
      { value: 1, n: 5, lower: null, upper: null, interval: 'none' },
    ],
    [
      'no excess over nothing',
      { kind: 'excess', top: 'a', bottom: 'b' },
      { a: '1 1 1 1 1', b: '0 0 0 0 0' },
      { value: null, interval: 'none' },
    ],
    [
      'no ratio over nothing',
      { kind: 'ratio', top: 'a', bottom: 'b' },
      { a: '1 1 1 1 1', b: '0 0 0 0 0' },
      { value: null, interval: 'none' },
    ],
    [
      'a rate of trials, not of rows',
      { kind: 'rate', hits: 'a', trials: 'b' },
      { a: '1 1', b: '3 5' },
      { value: 0.25, n: 8, coverage: 1, interval: 'wilson' },
    ],
    [
      'no rate of fewer than five trials',
      { kind: 'rate', hits: 'a', trials: 'b' },
      { a: '1 1', b: '2 2' },
      { value: null, n: 4 },
    ],
    [
      'a count of values',
      { kind: 'count', of: 'a' },
      a('1 - 1'),
      { value: 2, n: 2, lower: 2, upper: 2, coverage: 1, interval: 'complete' },
    ],
    ['a count of none', { kind: 'count', of: 'a' }, a(''), { value: 0, coverage: null, interval: 'complete' }],
    [
      'a sum of however few',
      { kind: 'sum', of: 'a' },
      a('2 - 3'),
      { value: 5, n: 2, coverage: 1, interval: 'complete' },
    ],
    [
      'a mean over days, of counts that are added up in each',
      { kind: 'daily-mean', of: 'a', day: 'b' },
      { a: '1 2 3 0', b: '1 1 2 2' },
      { value: 3, n: 2, lower: 3, upper: 3, coverage: 1, interval: 'complete' },
    ],
    [
      'no mean over no days',
      { kind: 'daily-mean', of: 'a', day: 'b' },
      { a: '', b: '' },
      { value: null, coverage: null, missing: 'nothing was in progress' },
    ],
    [
      'a time that half outlast',
      { kind: 'survival', p: 0.5, of: 'a', observed: 'b' },
      { a: '1 2 3 4 5', b: '1 1 1 0 0' },
      { value: 3, n: 5, interval: 'kaplan-meier' },
    ],
    [
      'no time that too many outlast',
      { kind: 'survival', p: 0.5, of: 'a', observed: 'b' },
      { a: '1 2 3 4 5', b: '1 1 0 0 0' },
      { value: null, missing: 'too many are still open to tell' },
    ],
    [
      'the share of the most frequent value',
      { kind: 'largest-share', of: 'a' },
      a('0 1 1 1 2'),
      { value: 0.6, n: 5, interval: 'wilson' },
    ],
    [
      'a whole of which nothing is estimated',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2', b: '4 8' },
      { value: 0.25, n: 2, lower: 0.25, upper: 0.25, interval: 'complete', coverage: 1 },
    ],
    [
      'no whole of nothing',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2', b: '0 0' },
      { value: null, n: 2, missing: 'the sum it is divided by is zero' },
    ],
    [
      'no whole without rows',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '', b: '' },
      { value: null, n: 0, coverage: null, missing: 'no rows' },
    ],
    ['the least value', { kind: 'least', of: 'a' }, a('3 1 2 5 4'), { value: 1, n: 5, interval: 'complete' }],
    ['no least value of few', { kind: 'least', of: 'a' }, a('3 1 2 5'), { value: null }],
    [
      'how far two columns rise together',
      { kind: 'spearman', of: 'a', with: 'b', least: 4 },
      { a: '1 2 3 4', b: '4 3 1 2' },
      { value: -0.8, n: 4, interval: 'fisher', coverage: 1 },
    ],
    [
      'no interval of wholly one order',
      { kind: 'spearman', of: 'a', with: 'b', least: 4 },
      { a: '1 2 3 4', b: '1 2 3 4' },
      { value: 1, lower: null, interval: 'none', missing: 'no interval from 4 cases in wholly the same order' },
    ],
    [
      'no order of few',
      { kind: 'spearman', of: 'a', with: 'b', least: 5 },
      { a: '1 2 3 4', b: '4 3 1 2' },
      { value: null, n: 4, missing: 'too few: 4 of at least 5' },
    ],
    [
      'no order where one does not vary',
      { kind: 'spearman', of: 'a', with: 'b', least: 4 },
      { a: '1 2 3 4', b: '2 2 2 2' },
      { value: null, n: 4, missing: 'all are alike, so there is no order to compare' },
    ],
    [
      'no order without rows',
      { kind: 'spearman', of: 'a', with: 'b', least: 4 },
      { a: '', b: '' },
      { value: null, n: 0, coverage: null, missing: 'no rows' },
    ],
    [
      'the variance between groups',
      { kind: 'between', of: 'a', group: 'b', least: 2 },
      { a: '1 1 2 2 3 3', b: '0 0 1 1 2 2' },
      { value: 1, n: 6, interval: 'one-way-random-effects' },
    ],
    [
      'no variance between two groups',
      { kind: 'between', of: 'a', group: 'b', least: 2 },
      { a: '1 1 2 2 3', b: '0 0 1 1 2' },
      { value: null, n: 4, coverage: 4 / 5, missing: 'too few groups: 2 of at least 3 with 2 cases' },
    ],
    [
      'only the groups that are compared as covered',
      { kind: 'between', of: 'a', group: 'b', least: 2 },
      { a: '1 2 2 4 3 3 9 9', b: '0 0 1 1 2 2 3 -' },
      { n: 6, coverage: 6 / 8 },
    ],
    [
      'no sum of rows that all lack it',
      { kind: 'sum', of: 'a' },
      a('- -'),
      { value: null, n: 0, missing: 'none of 2 rows has what it takes' },
    ],
    ['a total of what is known', { kind: 'total', of: 'a' }, a('2 - 3'), { value: 5, n: 2, coverage: 2 / 3 }],
    ['no total of none', { kind: 'total', of: 'a' }, a(''), { value: null, n: 0, coverage: null }],
    ['a count of none where no row has it', { kind: 'count', of: 'a' }, a('- -'), { value: 0, n: 0, coverage: 1 }],
    [
      'no interval of a mean of cases that are all alike',
      { kind: 'mean', of: 'a' },
      a('2 2 2 2 2'),
      { value: 2, lower: null, upper: null, interval: 'none', missing: 'no interval from 5 cases that are all alike' },
    ],
    [
      'no interval of a mean beyond the least that a value can be',
      { kind: 'mean', of: 'a', least: 1 },
      a('1 1 1 1 2'),
      { value: 1.2, lower: 1, interval: 'student-t' },
    ],
    [
      'no interval of a mean beyond the most that a value can be',
      { kind: 'mean', of: 'a', most: 1 },
      a('1 1 1 1 0'),
      { value: 0.8, upper: 1 },
    ],
    [
      'events per hundred, which may be more than there are cases',
      { kind: 'ratio', top: 'a', bottom: 'b', per: 100 },
      { a: '0 0 0 4 2', b: '1 1 1 0 0' },
      { value: 200, n: 5, interval: 'bootstrap' },
    ],
    [
      'no events per hundred, with what might be after all',
      { kind: 'ratio', top: 'a', bottom: 'b', per: 100 },
      { a: '0 0 0 0 0 0 0 0 0 0 0 0', b: '1 1 1 1 1 1 1 1 1 1 1 1' },
      { value: 0, lower: 0, upper: expect.closeTo(24.25, 2), interval: 'wilson' },
    ],
    [
      'no events per hundred of nothing',
      { kind: 'ratio', top: 'a', bottom: 'b', per: 100 },
      { a: '1 1 1 1 1', b: '0 0 0 0 0' },
      { value: null, n: 5, missing: 'the sum it is divided by is zero' },
    ],
    [
      'a ratio of all there is, of however few rows',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2', b: '4 8' },
      { value: 0.25, n: 2, lower: 0.25, upper: 0.25, interval: 'complete' },
    ],
    [
      'no ratio of all there is to nothing',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2', b: '0 0' },
      { value: null, missing: 'the sum it is divided by is zero' },
    ],
    [
      'no ratio of all there is to what cancels out',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2 3', b: '0.1 0.2 -0.3' },
      { value: null, n: 3, missing: 'the sum it is divided by is zero' },
    ],
    [
      'no ratio of all there is to less than nothing',
      { kind: 'complete-ratio', top: 'a', bottom: 'b' },
      { a: '1 2', b: '4 -5' },
      { value: null, n: 2, missing: 'the sum it is divided by is less than zero' },
    ],
    [
      'a ratio of two medians that are known',
      { kind: 'survival-ratio', p: 0.5, of: 'a', observed: 'b', over: 'c', overObserved: 'd' },
      { a: '1 2 3 4 5', b: '1 1 1 1 1', c: '2 4 6 8 10', d: '1 1 1 1 1' },
      { value: 0.5, n: 5, interval: 'bootstrap', coverage: 1 },
    ],
    [
      'a ratio of two medians, each of the rows that tell it',
      { kind: 'survival-ratio', p: 0.5, of: 'a', observed: 'b', over: 'c', overObserved: 'd' },
      { a: '1 2 3 4 5 9 9', b: '1 1 1 1 1 1 1', c: '2 4 6 8 10 - -', d: '1 1 1 1 1 - -' },
      { value: 4 / 6, n: 7, coverage: 5 / 7 },
    ],
    [
      'no ratio where one median is still open',
      { kind: 'survival-ratio', p: 0.5, of: 'a', observed: 'b', over: 'c', overObserved: 'd' },
      { a: '1 2 3 4 5', b: '1 0 0 0 0', c: '2 4 6 8 10', d: '1 1 1 1 1' },
      { value: null, n: 5, missing: 'too many are still open to tell' },
    ],
    [
      'no ratio of few, be it below the stroke',
      { kind: 'survival-ratio', p: 0.5, of: 'a', observed: 'b', over: 'c', overObserved: 'd' },
      { a: '1 2 3 4 5', b: '1 1 1 1 1', c: '2 4 6 8 -', d: '1 1 1 1 -' },
      { value: null, n: 5, missing: 'too few: 4 of at least 5' },
    ],
    [
      'a rank correlation of pairs within a group',
      { kind: 'rank-correlation', of: 'a', with: 'b', within: 'c' },
      { a: '1 2 3 1 2', b: '1 2 3 2 1', c: '0 0 0 1 1' },
      { value: 0.5, n: 5, lower: 0.5, interval: 'complete' },
    ],
    [
      'no rank correlation without a pair',
      { kind: 'rank-correlation', of: 'a', with: 'b', within: 'c' },
      { a: '1 1 1 1 1', b: '1 1 1 1 1', c: '0 1 2 3 4' },
      { value: null, n: 5 },
    ],
    ...spreads.map(([as, value]): [string, Summary, Readonly<Record<string, string>>, object] => [
      `the ${as} of sums by area`,
      { kind: 'concentration', as, of: 'a', area: 'b' },
      { a: '10 30 30 20 10', b: '0 0 1 2 3' },
      { value: expect.closeTo(value, 9), n: 4, interval: 'complete' },
    ]),
    [
      'no concentration where an area got less than nothing',
      { kind: 'concentration', as: 'herfindahl', of: 'a', area: 'b' },
      { a: '10 -20', b: '0 1' },
      { value: null, missing: 'what went to one of the areas is less than nothing' },
    ],
    [
      'a concentration of what is left of a credit',
      { kind: 'concentration', as: 'herfindahl', of: 'a', area: 'b' },
      { a: '30 -20 10', b: '0 0 1' },
      { value: 0.5, n: 2 },
    ],
    [
      'no concentration of nothing',
      { kind: 'concentration', as: 'effective-number', of: 'a', area: 'b' },
      { a: '0 0', b: '0 1' },
      { value: null, n: 2 },
    ],
    [
      'an interval of some width where a share of sums is nought',
      { kind: 'ratio', top: 'a', bottom: 'b' },
      { a: '0 0 0 0 0 0 0 0 0 0 0 0', b: '1 1 1 1 1 1 1 1 1 1 1 1' },
      { value: 0, lower: 0, upper: expect.closeTo(0.2425, 4), interval: 'wilson' },
    ],
    [
      'no share of variance where nothing varies',
      { kind: 'between', of: 'a', group: 'b', least: 2 },
      { a: '1 1 1 1 1 1', b: '0 0 1 1 2 2' },
      { value: null, missing: 'the values do not vary' },
    ],
    [
      'nothing of fewer than five',
      { kind: 'mean', of: 'a' },
      a('1 2 3 4'),
      { value: null, n: 4, coverage: 1, missing: 'too few: 4 of at least 5' },
    ],
    ['nothing of no rows', { kind: 'mean', of: 'a' }, a(''), { value: null, n: 0, coverage: null, missing: 'no rows' }],
    [
      'nothing of rows that all lack it',
      { kind: 'mean', of: 'a' },
      a('- -'),
      { value: null, n: 0, coverage: 0, missing: 'none of 2 rows has what it takes' },
    ],
    [
      'a figure of the rows that have what it takes',
      { kind: 'mean', of: 'a' },
      a('1 2 - 3 4 - 10'),
      { value: 4, n: 5, coverage: 5 / 7 },
    ],
    [
      'a figure of the rows that have all it takes',
      { kind: 'ratio', top: 'a', bottom: 'b' },
      { a: '1 1 1 1 1 - 9', b: '1 2 3 4 10 9 -' },
      { value: 0.25, n: 5, coverage: 5 / 7 },
    ],
    [
      'a figure of the rows that it is about',
      { kind: 'complete-ratio', top: 'a', bottom: 'b', among: 'c' },
      { a: '1 - 9 - 9', b: '4 - 9 - 9', c: '1 1 0 0 -' },
      { value: 0.25, n: 1, coverage: 0.5 },
    ],
    [
      'nothing where no row is one that it is about',
      { kind: 'complete-ratio', top: 'a', bottom: 'b', among: 'c' },
      { a: '1', b: '4', c: '0' },
      { value: null, n: 0, coverage: null },
    ],
  ];
  test.each(cases)('%s', (_, summary, columns, expected) => {
    const found = summarise(summary, measures(columns));
    expect(found).toMatchObject(expected);
    expect(valueAlone(summary, measures(columns))).toBe(found.value);
  });
});

test('a value that is asked for alone is the value of the figure, to its last digit', () => {
  const value = fc.oneof({ weight: 9, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }, fc.constant(none));
  const summary = fc.oneof(
    fc.record({ kind: fc.constant('quantile' as const), p: fc.constantFrom(0.5, 0.85, 0.95), of: fc.constant('a') }),
    fc.record({ kind: fc.constantFrom('mean', 'sum', 'total', 'count'), of: fc.constant('a') }),
  );
  fc.assert(
    fc.property(summary, fc.array(value, { maxLength: 40 }), fc.boolean(), (asked, values, inOrder) => {
      const column = Float64Array.from(values);
      const found = { a: inOrder ? column.sort() : column };
      expect(valueAlone(asked, found)).toBe(summarise(asked, found).value);
    }),
  );
});

test('a share of values may be a share of more rows than its own', () => {
  const found = summarise({ kind: 'largest-share', of: 'a' }, measures(a('1 1')), 8);
  expect(found).toMatchObject({ value: 0.25, n: 8, coverage: 1 });
});

test('a closed interval stands in for resampling where there are very many rows', () => {
  const many = { a: new Float64Array(1001).fill(1), b: new Float64Array(1001).fill(2) };
  expect(summarise({ kind: 'ratio', top: 'a', bottom: 'b' }, many)).toMatchObject({
    value: 0.5,
    interval: 'ratio-estimator',
  });
});

test.each([
  [{ kind: 'rate', hits: 'a', trials: 'b' }, ['a', 'b']],
  [{ kind: 'daily-mean', of: 'a', day: 'b' }, ['a', 'b']],
  [{ kind: 'between', of: 'a', group: 'b', least: 2 }, ['a', 'b']],
  [{ kind: 'sum', of: 'a' }, ['a']],
  [{ kind: 'complete-ratio', top: 'a', bottom: 'b', among: 'c' }, ['a', 'b', 'c']],
  [{ kind: 'total', of: 'a' }, ['a']],
  [{ kind: 'rank-correlation', of: 'a', with: 'b', within: 'c' }, ['a', 'b', 'c']],
  [{ kind: 'concentration', as: 'gini', of: 'a', area: 'b' }, ['a', 'b']],
] satisfies [Summary, string[]][])('the columns of %j are told', (summary, columns) => {
  expect(columnsOf(summary)).toEqual(columns);
});

test.each([
  ['0', { a: 1, b: 1 }, { a: 0, b: 1 }, 'lower', 0],
  ['1', { a: 0, b: 1 }, { a: 1, b: 1 }, 'upper', 1],
] as const)('the closed interval of a share does not pass %s', (_, one, others, end, bound) => {
  const filled = (name: 'a' | 'b') => new Float64Array(1001).fill(others[name]).with(0, one[name]);
  const found = summarise({ kind: 'ratio', top: 'a', bottom: 'b' }, { a: filled('a'), b: filled('b') });
  expect(found.interval).toBe('ratio-estimator');
  expect(found[end]).toBe(bound);
});
