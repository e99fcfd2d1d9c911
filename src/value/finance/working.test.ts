import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOfDecimals } from '#model/decimal.ts';
import { greenBook, scheduleOf } from '#model/discount.ts';
import { netOf, totalsOf } from './cash-flow.ts';
import { flows } from './fixtures/flows.ts';
import { anyFlows, slowPresentValue } from './fixtures/oracle.ts';
import { type Timing, timings, workingOf } from './working.ts';

const two = '10045/8823 11954/21176';

test.each([
  ['first-year-undiscounted', two, 0.1, '7161.64'],
  ['end-of-year', two, 0.1, '6510.58'],
  ['mid-year', two, 0.1, '6828.35'],
  ['first-year-undiscounted', two, 0, '8000.00'],
  ['first-year-undiscounted', '100/0 0/55 0/60.5', 0.1, '0.00'],
  ['first-year-undiscounted', '100/0/5 0/55', 0.1, '-55.00'],
  ['end-of-year', '', 0.1, '0.00'],
] as const)('by the timing %s, %s at %d is worth %s', (timing, years, rate, npv) => {
  expect(workingOf({ flows: flows(years), schedule: scheduleOf(rate), timing, places: 2 }).npv).toBe(npv);
});

test('each line shows what it is made of', () => {
  const working = workingOf({
    flows: flows(two),
    schedule: scheduleOf(0.1),
    timing: 'first-year-undiscounted',
    places: 2,
  });
  expect(working.lines).toEqual([
    { ...flows(two)[0], net: '-1222', t: 0, factor: 1, presentValue: '-1222.00', cumulative: '-1222.00' },
    { ...flows(two)[1], net: '9222', t: 1, factor: 1 / 1.1, presentValue: '8383.64', cumulative: '7161.64' },
  ]);
  expect([working.costs, working.gains]).toEqual(['20912.27', '28073.91']);
});

test('a currency without cents has none here', () => {
  expect(workingOf({ flows: flows('0/100 0/100'), schedule: greenBook, timing: 'mid-year', places: 0 }).npv).toBe(
    '193',
  );
});

const anyRate = fc.integer({ min: 0, max: 40 }).map((percent) => percent / 100);
const anyTiming = fc.constantFrom<Timing>(...timings);

test('lines add up to the net present value, to the cent', () => {
  fc.assert(
    fc.property(anyFlows, anyRate, anyTiming, (years, rate, timing) => {
      const { lines, npv } = workingOf({ flows: years, schedule: scheduleOf(rate), timing, places: 2 });
      expect(sumOfDecimals(['0.00', ...lines.map(({ presentValue }) => presentValue)])).toBe(npv);
      for (const { net, factor, presentValue } of lines) {
        expect(Math.abs(Number(net) * factor - Number(presentValue))).toBeLessThan(0.0101);
      }
    }),
  );
});

test('it is what exact fractions give, to the cent', () => {
  fc.assert(
    fc.property(anyFlows, fc.integer({ min: 0, max: 40 }), (years, percent) => {
      const exact = slowPresentValue(years, percent);
      const { npv } = workingOf({
        flows: years,
        schedule: scheduleOf(percent / 100),
        timing: 'first-year-undiscounted',
        places: 2,
      });
      expect(Math.abs(Number(npv) - exact)).toBeLessThan(0.00501);
    }),
  );
});

test('at the rate of nought it is what everything nets to, and what is gained less what it costs', () => {
  fc.assert(
    fc.property(anyFlows, anyTiming, (years, timing) => {
      const { npv, gains, costs } = workingOf({ flows: years, schedule: scheduleOf(0), timing, places: 2 });
      const net = netOf({ year: '', from: '', to: '', ...totalsOf(years) });
      expect(Number(npv)).toBe(Number(net));
      expect(sumOfDecimals([npv, costs])).toBe(gains);
    }),
  );
});
