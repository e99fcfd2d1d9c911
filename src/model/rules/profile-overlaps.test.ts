import { expect, test } from 'vitest';
import { DesignModel } from '../design-model.ts';
import { profileOverlaps } from './profile-overlaps.ts';

const planningPeriods = [
  { key: 'y', kind: 'year', from: '2026-01-01', to: '2027-01-01' },
  { key: 'q1', kind: 'quarter', from: '2026-01-01', to: '2026-04-01' },
  { key: 'q2', kind: 'quarter', from: '2026-04-01', to: '2026-07-01' },
];

const of = (...keys: readonly string[]) => keys.map((period) => ({ period, value: '1' }));

test.each([
  ['a plan of a year and its quarter', { plan: { profile: of('q1', 'y') } }, ['plan.profile[1].period y']],
  [
    'a forecast of a year and its quarters',
    { forecasts: [{ madeOn: '2026-01-01', profile: of('y', 'q1', 'q2') }] },
    ['forecasts[0].profile[1].period q1', 'forecasts[0].profile[2].period q2'],
  ],
  ['values of a quarter and its year', { realised: of('q2', 'y') }, ['realised[1].period y']],
  ['no quarters that follow one another', { plan: { profile: of('q1', 'q2') } }, []],
  ['no plan of a year beside values of its quarters', { plan: { profile: of('y') }, realised: of('q1', 'q2') }, []],
  ['no period that nobody knows, which is told elsewhere', { realised: of('q9', 'y') }, []],
  ['no period stated twice, which is told elsewhere', { realised: of('q1', 'q1') }, []],
])('days that count twice are told of %s', (_, parts, told) => {
  const model = DesignModel.parse({ planningPeriods, benefits: [{ key: 'b', kind: 'cost', unit: 'h', ...parts }] });
  expect(profileOverlaps(model).map(({ field, found }) => `${field} ${found}`)).toEqual(told);
});
