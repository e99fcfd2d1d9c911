import { expect, test } from 'vitest';
import { Benefit } from './benefit.ts';

const profile = [{ period: 'q1', value: '5' }];

test.each([
  ['in money', { currency: 'EUR' }, true],
  ['in another unit', { unit: 'hours' }, true],
  ['in both', { currency: 'EUR', unit: 'hours' }, false],
  ['in neither', {}, false],
  ['in a float', { unit: 'hours', plan: { profile: [{ period: 'q1', value: 5 }] } }, false],
  ['in a plan without a period', { unit: 'hours', plan: { profile: [] } }, false],
  ['in a forecast of no known day', { unit: 'hours', forecasts: [{ profile }] }, false],
  [
    'in two forecasts of one day',
    {
      unit: 'hours',
      forecasts: [
        { madeOn: '2026-01-01', profile },
        { madeOn: '2026-01-01', profile },
      ],
    },
    false,
  ],
  [
    'in forecasts that follow one another',
    {
      unit: 'hours',
      forecasts: [
        { madeOn: '2026-01-01', profile },
        { madeOn: '2026-02-01', profile },
      ],
    },
    true,
  ],
])('a benefit is stated %s', (_, parts, allowed) => {
  expect(Benefit.safeParse({ key: 'x', kind: 'cost', ...parts }).success).toBe(allowed);
});

test('a benefit that says nothing of it is an end, and none that is lost', () => {
  expect(Benefit.parse({ key: 'x', kind: 'cost', unit: 'hours' })).toMatchObject({ as: 'end', disbenefit: false });
});

test.each([
  ['a cause and an action', { action: { what: 'train', owner: 'cio', due: '2026-09-30' } }, true],
  ['a cause alone', {}, false],
])('a shortfall has %s', (_, parts, allowed) => {
  const shortfalls = [{ notedOn: '2026-07-01', cause: 'late', ...parts }];
  expect(Benefit.safeParse({ key: 'x', kind: 'cost', unit: 'hours', shortfalls }).success).toBe(allowed);
});
