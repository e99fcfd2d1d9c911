import { expect, test } from 'vitest';
import { amountOf, placeText, suretyOf } from './words.ts';

test.each([
  [0.642, 'share', '64%'],
  [0.001, 'share', 'under 1%'],
  [0.999, 'share', 'over 99%'],
  [0, 'share', '0%'],
  [1, 'share', '100%'],
  [12.4, 'day', '12 d'],
  [0.5, 'day', '12 h'],
  [1, 'team', '1 team'],
  [2.23, 'team', '2.2 teams'],
  [1.17, 'hand-over', '1.2'],
  [0.02, 'layer', 'under 0.1 layers'],
  [-0.02, 'layer', '0 layers'],
  [-0.5, 'layer', '−0.5 layers'],
])('%s as %s reads %s', (value, unit, text) => {
  expect(amountOf(value, unit)).toBe(text);
});

const sure = { lower: 0.1, upper: 0.2, unit: 'share', n: 1200, interval: 'wilson', coverage: 1 } as const;

test.each([
  [sure, '95% interval 10–20, n 1,200'],
  [{ ...sure, lower: -0.3, unit: 'layer' }, '95% interval −0.3 to 0.2, n 1,200'],
  [{ ...sure, upper: 0.101 }, '95% interval within rounding, n 1,200'],
  [{ ...sure, interval: 'complete' }, 'all counted, n 1,200'],
  [{ ...sure, lower: null, upper: null }, 'no interval, n 1,200'],
  [{ ...sure, coverage: 0.94 }, '95% interval 10–20, n 1,200, known of 94% of the cases'],
] as const)('%o is told as %s', (result, text) => {
  expect(suretyOf(result)).toBe(text);
});

test.each([
  [
    { kind: 'worse', scope: 'decision-type', key: 'fund', name: 'Fund', value: 0.9, n: 20 },
    'most of all for decisions of type Fund (90%, n 20)',
  ],
  [
    { kind: 'part', scope: 'stage', key: 'review', name: 'Review', value: 0.62, n: 20 },
    '62% of the waiting lies in stage Review',
  ],
  [
    { kind: 'most', scope: 'object', key: 'board', name: 'Board', value: 1, n: 20 },
    'all of the cases that broke it concern Board',
  ],
  [
    { kind: 'most', scope: 'team', key: 'red', name: 'Red', value: 0.4, n: 20 },
    '40% of the cases that broke it concern items of team Red',
  ],
] as const)('%o is told as %s', (place, text) => {
  expect(placeText(place, 'share')).toBe(text);
});
