import { expect, test } from 'vitest';
import { scheduleOf } from '#model/discount.ts';
import { appraise } from './appraisal.ts';
import { flows } from './fixtures/flows.ts';

const found = (years: string, { hasCost = true, hasGain = true } = {}) => ({
  flows: flows(years),
  n: 4,
  hasCost,
  hasGain,
  grade: 'D' as const,
});

const tenPercent = scheduleOf(0.1);

test('every figure of a small undertaking is told', () => {
  const { discounted, ...rest } = appraise(found('100/0 0/66/0 0/60.5/11'), tenPercent, 2);
  expect(rest).toEqual({
    totals: { cost: { value: '100' }, benefit: { value: '126.5' }, disbenefit: { value: '11' } },
    returnOnInvestment: { value: 0.155 },
    internalRateOfReturn: { value: expect.closeTo(0.10711, 5) },
    modifiedRateOfReturn: { value: expect.closeTo(0.10499, 5) },
    payback: { value: { years: expect.closeTo(1.68687, 4), inYear: '2028', crossings: 1 } },
    n: 4,
    grade: 'D',
  });
  expect(discounted.map(({ timing, npv, benefitCostRatio }) => [timing, npv.value, benefitCostRatio.value])).toEqual([
    ['first-year-undiscounted', '0.91', expect.closeTo(1.0091, 4)],
    ['end-of-year', '0.83', expect.closeTo(1.0091, 4)],
    ['mid-year', '0.87', expect.closeTo(1.0091, 3)],
  ]);
  expect(discounted[0]?.payback.value).toEqual({ years: expect.closeTo(1.97778, 4), inYear: '2028', crossings: 1 });
  expect(discounted[0]?.working?.lines.map(({ presentValue }) => presentValue)).toEqual(['-100.00', '60.00', '40.91']);
});

test('without a rate nothing is discounted, and the rest is told', () => {
  const { returnOnInvestment, modifiedRateOfReturn, discounted } = appraise(found('100/0 0/120'), undefined, 2);
  expect(returnOnInvestment).toEqual({ value: 0.2 });
  expect(modifiedRateOfReturn.missing).toBe('no discount rate is stated');
  expect(discounted.map(({ npv, working }) => [npv, working])).toEqual(
    Array.from({ length: 3 }, () => [{ value: null, missing: 'no discount rate is stated' }, undefined]),
  );
});

test.each([
  [
    'investment',
    'none of the money that leads to it can be counted (left out), and no benefit in money is contributed by it',
  ],
  ['benefit', 'no money is passed to it, and none of the benefits that it leads to can be counted (left out)'],
] as const)('a %s that cannot be counted is not told as none', (kind, missing) => {
  const some = { ...found('0/0', { hasCost: false, hasGain: false }), leftOut: [{ kind }] };
  expect(appraise(some, tenPercent, 2).returnOnInvestment.missing).toBe(missing);
});

test.each([
  ['a benefit', { hasGain: false }, 'no benefit in money is contributed by it'],
  ['a cost', { hasCost: false }, 'no money is passed to it'],
  [
    'anything',
    { hasCost: false, hasGain: false },
    'no money is passed to it, and no benefit in money is contributed by it',
  ],
])('without %s no figure takes it for nought', (_, has, missing) => {
  const { returnOnInvestment, internalRateOfReturn, payback, discounted, totals } = appraise(
    found('100/0 0/120', has),
    tenPercent,
    2,
  );
  const told = [returnOnInvestment, internalRateOfReturn, payback, discounted[0]?.npv, discounted[0]?.payback];
  expect(told).toEqual(Array.from({ length: 5 }, () => ({ value: null, missing })));
  expect([totals.cost.value === null, totals.benefit.value === null]).toEqual(['hasCost' in has, 'hasGain' in has]);
});
