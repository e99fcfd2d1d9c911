import { expect, test } from 'vitest';
import { periods, told } from './fixtures/told.ts';
import { accuracyOf, judgedForecasts, keptForecasts } from './forecasts.ts';
import { monthsBefore, yearAhead } from './months.ts';

const kept = told(
  'plan 2025-12-01 26q1=10 26q2=10 26q3=10; forecast 2026-02-01 26q1=8 26q2=8; forecast 2026-05-01 26q2=6; realised 26q1=9 26q2=5 26q3=4',
);

test.each([
  [
    'the last of all, made at any time before its end',
    0,
    ['8→9 of 2026-02-01', '6→5 of 2026-05-01', '10→4 of 2025-12-01'],
  ],
  ['the last that was made so long before', 2, ['8→9 of 2026-02-01', '6→5 of 2026-05-01', '10→4 of 2025-12-01']],
  [
    'the one before, where the last was made too late',
    3,
    ['10→9 of 2025-12-01', '8→5 of 2026-02-01', '10→4 of 2025-12-01'],
  ],
  ['none where none was made so early', 6, ['10→5 of 2025-12-01', '10→4 of 2025-12-01']],
])('a period is held against %s', (_, months, expected) => {
  const judged = judgedForecasts(kept, periods, '2026-11-01', months);
  expect(judged.map(({ forecast, realised, madeOn }) => `${forecast}→${realised} of ${madeOn}`)).toEqual(expected);
});

test('a period that is not over is held against nothing', () => {
  expect(judgedForecasts(kept, periods, '2026-09-30', 0).map(({ period }) => period)).toEqual(['26q1', '26q2']);
});

test('a period that forecasts name by another is held against nothing', () => {
  expect(judgedForecasts(told('plan 26h1=10; realised 26q1=4'), periods, '2026-11-01', 0)).toEqual([]);
});

test('forecasts of a later day are not kept yet', () => {
  expect(keptForecasts(kept, '2026-03-01').map(({ madeOn }) => madeOn)).toEqual(['2025-12-01', '2026-02-01']);
});

test('error adds up misses either way, bias sets them off', () => {
  const benefit = told('plan 26q1=10 26q2=10 26q3=20; realised 26q1=15 26q2=5 26q3=10');
  const accuracy = accuracyOf(judgedForecasts(benefit, periods, '2026-11-01', 3), 3);
  expect(accuracy).toEqual({ months: 3, n: 3, error: 0.5, bias: -0.25 });
});

test('of nothing forecast there is no accuracy', () => {
  expect(accuracyOf([], 6)).toEqual({ months: 6, n: 0, error: null, bias: null });
});

test.each([
  ['2026-07-01', 3, '2026-04-01'],
  ['2026-01-31', 2, '2025-11-30'],
  ['2028-02-29', 12, '2027-02-28'],
  ['2026-05-15', 0, '2026-05-15'],
])('%s and %i months earlier', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));

test.each([
  ['2026-01-01', '2026-01-02', 1],
  ['2026-01-01', '2027-01-01', 1],
  ['2026-01-01', '2027-01-02', 2],
  ['2026-01-01', '2029-01-01', 3],
])('from %s to %s is year %i', (from, to, year) => expect(yearAhead(from, to)).toBe(year));
