import { expect, test } from 'vitest';
import { curveOf, type ShownBenefit } from './curve.ts';

const point = (
  period: string,
  over: boolean,
  planned: string | null,
  expected: string | null,
  realised: string | null,
): ShownBenefit['curve'][number] => ({
  from: `2026-${period}-01`,
  to: `2026-${period}-28`,
  periods: [`2026-${period}`],
  over,
  planned,
  expected,
  realised,
  soFar: realised,
  confirmed: 0,
  values: 0,
  low: over ? null : 1,
  high: over ? null : 3,
  missing: null,
});

const shown = {
  benefit: { key: 'sales', name: 'Sales', unit: 'EUR' },
  curve: [point('01', true, '10', '10', '8'), point('02', true, '10', '10', null), point('03', false, '10', '2', null)],
  baselines: [
    { outcome: 'o', name: 'o', unit: 'share', on: '2025-01-01', value: 0.3 },
    { outcome: 'p', name: 'p', unit: 'EUR', on: '2025-01-01', value: 5 },
  ],
  roles: {},
  workEnds: '2026-02-10',
} as unknown as ShownBenefit;

test('what is over and was not measured is neither realised nor expected', () => {
  expect(curveOf(shown).periods.map(({ plan, forecast, realised }) => [plan, forecast, realised])).toEqual([
    [10, null, 8],
    [10, null, null],
    [10, 2, null],
  ]);
});

test('only a baseline in the unit of the benefit stands beside it', () => {
  expect(curveOf(shown).baseline).toBe(5);
});

test('the end of the work is marked in the stretch that it falls into', () => {
  expect(curveOf(shown).events).toEqual([{ key: null, period: '2026-02', what: 'the work ends' }]);
});
