import { expect, test } from 'vitest';
import { scheduleOf } from '#model/discount.ts';
import { flows } from './fixtures/flows.ts';
import { benefitCostRatio, returnOnInvestment } from './ratios.ts';
import { workingOf } from './working.ts';

test.each([
  ['30000/100000', 2.3333],
  ['10000/0 20000/100000', 2.3333],
  ['100/50', -0.5],
  ['100/250/50', 1],
])('%s returns %d of what it costs', (years, ratio) => {
  expect(returnOnInvestment(flows(years)).value).toBeCloseTo(ratio, 4);
});

test.each([
  ['100/0 0/121', 0.1, 1.1],
  ['100/0/10 0/121', 0.1, 1],
  ['0/220 110/0', 0.1, 2.2],
])('%s at %d brings %d of what it costs', (years, rate, ratio) => {
  const working = workingOf({
    flows: flows(years),
    schedule: scheduleOf(rate),
    timing: 'first-year-undiscounted',
    places: 2,
  });
  expect(benefitCostRatio(working).value).toBeCloseTo(ratio, 4);
});

test.each(['0/100', '0/0', '-5/100', ''])('%s has no ratio to its costs', (years) => {
  expect(returnOnInvestment(flows(years)).missing).toContain('costs nothing');
});
