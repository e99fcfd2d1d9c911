import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Benefit } from '#model/benefit.ts';
import { cellsOf } from './cells.ts';
import { periods, told } from './fixtures/told.ts';
import { realisationOf, together } from './realisation.ts';

const today = '2026-10-01';
const came = (benefit: Benefit, day = today) => realisationOf(cellsOf(benefit, periods, day));

// Rate to date, of the whole plan, coverage.
test.each([
  [
    'what is over against what was planned for it',
    'plan 26q1=10 26q2=10 26q4=20; realised 26q1=8 26q2=7',
    0.75,
    0.375,
    1,
  ],
  ['nothing that is not over', 'plan 26q1=10 26q4=10; realised 26q1=8 26q4=9', 0.8, 0.4, 1],
  ['a period on the day after its last', 'plan 26q3=10; realised 26q3=4', 0.4, 0.4, 1],
  ['what nobody measured as unknown, not as nought', 'plan 26q1=10 26q2=30; realised 26q1=10', 1, 0.25, 0.25],
  ['nothing where nothing is measured', 'plan 26q1=10', null, null, 0],
  ['more than was planned', 'plan 26q1=10; realised 26q1=15', 1.5, 1.5, 1],
  ['no rate of a plan of nought', 'plan 26q1=0; realised 26q1=15', null, null, null],
  ['no rate of a plan that nobody approved', 'plan draft 26q1=10; realised 26q1=5', null, null, null],
  ['no rate by a plan that is approved later', 'plan 2026-11-01 26q1=10; realised 26q1=5', null, null, null],
  ['what came in days of which the plan expects nothing', 'plan 26q2=10; realised 26q1=5 26q2=5', 1, 1, 1],
  ['the quarters of a planned half as one', 'plan 26h1=10; realised 26q1=3 26q2=4', 0.7, 0.7, 1],
  ['no half of which a quarter is not measured', 'plan 26h1=10; realised 26q1=9', null, null, 0],
  ['the quarters of a year that goes on not at all', 'plan 26=10; realised 26q1=3 26q2=4 26q3=2', null, null, null],
  ['planned quarters as the half that was measured', 'plan 26q1=4 26q2=6; realised 26h1=8', 0.8, 0.8, 1],
  [
    'planned months as the quarter that was measured',
    'plan 26-01=1 26-02=2 26-03=2 26-11=5; realised 26q1=4',
    0.8,
    0.4,
    1,
  ],
  ['what forecasts say not at all', 'plan 26q1=10; forecast 2026-02-01 26q1=20; realised 26q1=5', 0.5, 0.5, 1],
  ['a loss as less than nothing', 'plan 26q1=10 26q2=10; realised 26q1=-5 26q2=10', 0.25, 0.25, 1],
])('a realisation counts %s', (_, line, toDate, ofLifetime, coverage) => {
  expect(came(told(line))).toMatchObject({ toDate, ofLifetime, coverage });
});

test('amounts are added up exactly, and told as text', () => {
  const benefit = told('plan 26q1=0.10 26q2=0.20 26q4=0.70; realised 26q1=0.1 26q2=0.2');
  expect(came(benefit)).toMatchObject({
    planned: '1.00',
    plannedToDate: '0.30',
    plannedMeasured: '0.30',
    realised: '0.3',
  });
});

test('what came of a benefit without an approved plan is told apart', () => {
  expect(came(told('realised 26q1=5'))).toMatchObject({ planned: null, realised: null, unplanned: '5' });
});

const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 });
const line = ([a, b, c]: readonly number[], [x, y, z]: readonly number[]) =>
  `plan 26q1=${a} 26q2=${b} 26q3=${c}; realised 26q1=${x} 26q2=${y} 26q3=${z}`;

test('scaling all money scales nothing but money', () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 50 }), (plan, realised, factor) => {
      const one = came(told(line(plan, realised)));
      const many = came(
        told(
          line(
            plan.map((value) => value * factor),
            realised.map((value) => value * factor),
          ),
        ),
      );
      expect(Number(many.realised)).toBe(Number(one.realised) * factor);
      for (const rate of ['toDate', 'ofLifetime', 'coverage'] as const) {
        if (one[rate] === null) expect(many[rate]).toBeNull();
        else expect(many[rate]).toBeCloseTo(one[rate], 12);
      }
    }),
  );
});

test('a planned period that is not over changes no rate to date', () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: 0, max: 9999 }), (plan, realised, later) => {
      const before = came(told(line(plan, realised)));
      const after = came(told(line(plan, realised).replace(';', ` 26q4=${later} 27=${later};`)));
      expect(after.toDate).toBe(before.toDate);
      expect(after.coverage).toBe(before.coverage);
    }),
  );
});

const gained = ['plan 26q1=100 26q4=100; realised 26q1=100', false] as const;

// Rate to date, of the whole plan, coverage.
test.each([
  ['is not known where a loss was never measured', [gained, ['plan 26q1=40', true]], 1, null, 100 / 140],
  [
    'is not known where a part of a loss was not measured',
    [gained, ['plan 26q1=40 26q2=60; realised 26q1=20', true]],
    80 / 60,
    null,
    140 / 200,
  ],
  ['is less by a loss that was measured', [gained, ['plan 26q1=40; realised 26q1=20', true]], 80 / 60, 80 / 160, 1],
  ['waits for no loss that is still to come', [gained, ['plan 26q4=40', true]], 1, 100 / 160, 1],
  ['waits for no loss without a plan', [gained, ['realised 26q1=40', true]], 1, 0.5, 1],
  ['is low where a gain was not measured', [gained, ['plan 26q1=100', false]], 1, 100 / 300, 0.5],
] as const)('net of what is lost, the rate of whole plans %s', (_, lines, toDate, ofLifetime, coverage) => {
  const rows = lines.map(([line, disbenefit]) => {
    const benefit = told(line, { disbenefit });
    return { benefit, realisation: came(benefit) };
  });
  expect(together(rows, 'netted')).toMatchObject({ toDate, ofLifetime, coverage });
});

test('gross is never less than net', () => {
  const benefit = fc.record({ plan: values, realised: values, disbenefit: fc.boolean() });
  fc.assert(
    fc.property(fc.array(benefit, { minLength: 1, maxLength: 5 }), (all) => {
      const rows = all.map(({ plan, realised, disbenefit }) => {
        const each = told(line(plan, realised), { disbenefit });
        return { benefit: each, realisation: came(each) };
      });
      const [gross, net] = [together(rows, 'left-out'), together(rows, 'netted')];
      for (const amount of ['planned', 'realised'] as const)
        expect(Number(gross[amount] ?? 0)).toBeGreaterThanOrEqual(Number(net[amount] ?? 0));
    }),
  );
});
