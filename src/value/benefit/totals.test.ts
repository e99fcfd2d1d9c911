import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { periods, told } from './fixtures/told.ts';
import { realisationOf } from './realisation.ts';
import { reachedOf, totalsOf } from './totals.ts';

const row = (line: string, more: object = {}) => {
  const benefit = told(line, { ...more });
  return { benefit, realisation: realisationOf(cellsOf(benefit, periods, '2026-07-01')) };
};

const rows = [
  row('plan 26q1=100 26q2=100; realised 26q1=100 26q2=150'),
  row('plan 26q2=100 27=700; realised 26q2=50'),
  row('plan 26q1=50; realised 26q1=60', { disbenefit: true }),
  row('plan 26q1=10 26q2=10', {}),
  row('plan 26q1=900; realised 26q1=900', { as: 'supporting' }),
  row('plan 26q1=10; realised 26q1=10', { currency: 'USD' }),
  row('plan 26q1=8; realised 26q1=2', { currency: undefined, unit: 'hours' }),
];

const total = (unit: string) => totalsOf(rows).find((each) => each.unit === unit);

test('benefits are added up by currency and unit, money first, supporting ones nowhere', () => {
  expect(totalsOf(rows).map(({ unit, money, n, disbenefits }) => [unit, money, n, disbenefits])).toEqual([
    ['EUR', true, 4, 1],
    ['USD', true, 1, 0],
    ['hours', false, 1, 0],
  ]);
});

test.each([
  ['to date', total('EUR')?.gross.toDate, 300 / 300],
  ['to date, net of what is lost', total('EUR')?.net.toDate, 240 / 250],
  ['of whole plans', total('EUR')?.gross.ofLifetime, 300 / 1020],
  ['of whole plans, net of what is lost', total('EUR')?.net.ofLifetime, 240 / 970],
  ['by number', total('EUR')?.count, { reached: 1, of: 2 }],
  ['weighted by whole plans', total('EUR')?.weighted, (1.25 * 200 + 0.5 * 800) / 1000],
  ['of what was measured, which is told', total('EUR')?.gross.coverage, 300 / 320],
  ['in hours too', total('hours')?.gross.toDate, 0.25],
])('realised is %s', (_, figure, expected) => {
  if (typeof expected === 'number') expect(figure).toBeCloseTo(expected, 12);
  else expect(figure).toEqual(expected);
});

test('benefits that reached their plan are counted whatever their unit', () => {
  expect(reachedOf(rows)).toEqual({ reached: 2, of: 4 });
});

test('nothing weighs nothing', () => {
  expect(totalsOf([row('realised 26q1=5')])[0]).toMatchObject({ weighted: null, count: { reached: 0, of: 0 } });
});
