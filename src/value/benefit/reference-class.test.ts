import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { curveOf } from './curve.ts';
import { periods, told } from './fixtures/told.ts';
import { pooledQuantile } from './pooled-quantile.ts';
import { lifetimeBand, periodBand } from './reference-class.ts';
import { classesOf, similarTo } from './similar.ts';

const today = '2027-01-01';

test.each([
  ['nothing of nothing', [], 0.5, null],
  ['the least of eight, below which a ninth falls one time in nine', [[1], [2], [3], [4], [5], [6], [7], [8]], 0.1, 1],
  ['the tenth of nine at the first', [[1], [2], [3], [4], [5], [6], [7], [8], [9]], 0.1, 1],
  ['the middle between two', [[1], [3]], 0.5, 2],
  ['the middle of one', [[4]], 0.5, 4],
  ['each thing as much as any other, however often it was seen', [[1], [9, 9, 9, 9, 9, 9]], 1 / 3, 1],
  ['things that were never seen as none', [[], [1], [3]], 0.5, 2],
])('a pooled quantile is %s', (_, samples, p, expected) => expect(pooledQuantile(samples, p)).toBe(expected));

const finished = (n: number) =>
  Array.from({ length: n }, (_, i) => told(`plan 26q1=5 26q2=5; realised 26q1=${i} 26q2=${i}`, { key: `f${i}` }));

test('a class is eight finished benefits or more', () => {
  expect(lifetimeBand(finished(7), periods, today)).toEqual({ n: 7, fewest: 8 });
  expect(lifetimeBand(finished(8), periods, today)).toEqual({ low: 0, middle: 0.7, high: 1.4, n: 8 });
});

test.each([
  ['whose plan is not over', 'plan 26q1=5 27q4=5; realised 26q1=5'],
  ['of which a period was not measured', 'plan 26q1=5 26q2=5; realised 26q1=5'],
  ['without a plan', 'realised 26q1=5'],
])('a benefit %s is not finished', (_, line) => {
  expect(lifetimeBand([...finished(7), told(line)], periods, today)).toEqual({ n: 7, fewest: 8 });
});

test.each([
  ['forecasts made in that year before its end', 1, 8],
  ['no forecast made earlier', 3, 0],
])('a period is judged by %s', (_, year, n) => {
  expect(periodBand(finished(8), periods, today, year).n).toBe(n);
});

test('what is to come has a band around what is thought of it now, what is over none', () => {
  const benefit = told('plan 26q1=10 27q1=10; forecast 2026-12-01 27q1=20; realised 26q1=8');
  const points = curveOf(benefit, finished(8), periods, today);
  expect(points.map(({ planned, expected, realised, low, high }) => [planned, expected, realised, low, high])).toEqual([
    ['10', '10', '8', null, null],
    ['10', '20', null, 0, 28],
  ]);
});

test.each([
  ['too few are alike', 'plan 2026-06-01 27q1=10', 7, { n: 7, fewest: 8 }],
  ['nothing was forecast', 'realised 27q1=10', 8, 'nothing-forecast'],
  ['nought was forecast', 'plan 2026-06-01 27q1=0', 8, 'nothing-forecast'],
  ['it is forecast further ahead than any was', 'plan 2025-01-01 28=10', 8, { n: 0, fewest: 8 }],
])('there is no band where %s', (_, line, n, missing) => {
  const [point] = curveOf(told(line), finished(n), periods, today);
  expect(point).toMatchObject({ low: null, high: null, missing });
});

const link = (giver: object, receiver: object) => ({ giver, receiver, grade: 'D', rationale: 'said' });
const { benefits, ...chain } = DesignModel.parse({
  initiatives: [{ key: 'a', class: 'strategic' }, { key: 'b', class: 'mandatory' }, { key: 'c' }],
  benefits: ['one', 'two', 'both', 'none', 'unclassed', 'lost'].map((key) => ({
    key,
    kind: 'cost',
    unit: 'h',
    disbenefit: key === 'lost',
  })),
  chainLinks: [
    link({ initiative: 'a' }, { capability: 'x' }),
    link({ capability: 'x' }, { outcome: 'o' }),
    link({ outcome: 'o' }, { benefit: 'one' }),
    link({ benefit: 'one' }, { benefit: 'two' }),
    link({ outcome: 'o' }, { benefit: 'lost' }),
    link({ outcome: 'o' }, { benefit: 'both' }),
    link({ initiative: 'b' }, { benefit: 'both' }),
    link({ initiative: 'c' }, { benefit: 'unclassed' }),
  ],
});

test('a benefit is of the class of the work that leads to it, where that is one', () => {
  const classes = classesOf(chain);
  expect([...classes].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['lost', 'strategic'],
    ['one', 'strategic'],
    ['two', 'strategic'],
  ]);
  const alike = (key: string) =>
    benefits.filter((each) => each.key === key).flatMap((each) => similarTo(each, benefits, classes));
  expect(alike('one').map(({ key }) => key)).toEqual(['two']);
  expect(alike('none')).toEqual([]);
});
