import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduleOf } from '#model/discount.ts';
import { netOf } from './cash-flow.ts';
import { flows } from './fixtures/flows.ts';
import { anyFlows, slowRate } from './fixtures/oracle.ts';
import { internalRateOfReturn, modifiedRateOfReturn, signChanges } from './rate-of-return.ts';

test.each([
  ['doubled in a year', '-100 200', 1],
  ['given back as it was', '-100 0 100', 0],
  ['half of it lost', '-100 50', -0.5],
  ['as spreadsheets have it', '-70000 12000 15000 18000 21000 26000', 0.08663],
  ['after years of nothing', '0 0 -100 121', 0.21],
  ['borrowed and paid back', '100 -110', 0.1],
])('money %s returns', (_, years, rate) => {
  expect(internalRateOfReturn(flows(years)).value).toBeCloseTo(rate, 5);
});

test.each([
  ['nothing comes back', '-100 -5', 'one sign'],
  ['there is nothing', '0 0', 'one sign'],
  ['the end costs again', '-100 230 -132', 'changes 2 times'],
])('there is no rate where %s', (_, years, why) => {
  const { value, missing } = internalRateOfReturn(flows(years));
  expect([value, missing]).toEqual([null, expect.stringContaining(why)]);
});

test.each([
  ['as spreadsheets have it', '-120000 39000 30000 21000 37000 46000', 0.1, 0.11751],
  ['with several changes of sign', '-100 230 -132', 0.1, 0.1],
  ['on what is lent at nought', '-100 50 60', 0, 1.1 ** 0.5 - 1],
])('the modified rate is found %s', (_, years, rate, expected) => {
  expect(modifiedRateOfReturn(flows(years), scheduleOf(rate)).value).toBeCloseTo(expected, 5);
});

test.each([
  ['nothing comes back', '-100 -5', 'brings more'],
  ['nothing is put in', '100 5', 'costs more'],
  ['all of it lies in one year', '-100', 'one year'],
])('there is no modified rate where %s', (_, years, why) => {
  expect(modifiedRateOfReturn(flows(years), scheduleOf(0.1)).missing).toContain(why);
});

test('a lender at the modified rate gets back what a lender at the discount rates gets', () => {
  fc.assert(
    fc.property(anyFlows, fc.integer({ min: 0, max: 30 }), (years, percent) => {
      const { value } = modifiedRateOfReturn(years, scheduleOf(percent / 100));
      if (value === null) return;
      const nets = years.map((year) => Number(netOf(year)));
      const n = nets.length - 1;
      const grow = 1 + percent / 100;
      const end = nets.reduce((sum, net, t) => sum + (net > 0 ? net * grow ** (n - t) : 0), 0);
      const start = nets.reduce((sum, net, t) => sum - (net < 0 ? net / grow ** t : 0), 0);
      expect((start * (1 + value) ** n) / end).toBeCloseTo(1, 6);
    }),
  );
});

test('the rate is where trying them all finds it', () => {
  fc.assert(
    fc.property(anyFlows, (years) => {
      const { value } = internalRateOfReturn(years);
      expect(value === null).toBe(signChanges(years) !== 1);
      if (value === null || value < -0.98 || value > 9.9) return;
      const slow = slowRate(years.map((year) => Number(netOf(year))));
      expect(Math.abs((slow ?? Number.NaN) - value)).toBeLessThan(0.000101);
    }),
    { numRuns: 25 },
  );
});
