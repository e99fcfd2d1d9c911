import { expect, test } from 'vitest';
import { bounds, change, figure, interval, rounded } from './numbers.ts';

test.each([
  ['nothing as no figure', null, 'day', 'no figure'],
  ['nought as nought', 0, 'share', '0%'],
  ['a little more than nought as little', 0.0001, 'share', '<0.1%'],
  ['a short time as little', 0.001, 'day', '<0.01 d'],
  ['hours as hours', 12.34, 'hour', '12.3 h'],
  ['thousands in groups', 1234.5, 'item', '1,235'],
  ['money with its currency', 1234.5, 'CHF', '1,235 CHF'],
])('a figure tells %s', (_, value, unit, text) => {
  expect(figure(value, unit)).toBe(text);
});

test.each([
  ['shares in points', 0.042, 'share', '4.2 pt'],
  ['less of a share', -0.01, 'share', '-1 pt'],
  ['all else in its unit', 12.34, 'hour', '12.3 h'],
])('a change tells %s', (_, difference, unit, text) => {
  expect(change(difference, unit)).toBe(text);
});

test.each([
  ['its ends', 0.1, 0.25, 'wilson', '10–25'],
  ['that both read alike', 0.1, 0.1004, 'wilson', 'within rounding'],
  ['an end that is little', 0, 0.0001, 'wilson', '0–<0.1'],
  ['that there is none', null, null, 'none', 'no interval'],
  ['that all was counted', 1, 1, 'complete', 'complete count'],
])('an interval tells %s', (_, lower, upper, method, text) => {
  expect(interval(lower, upper, 'share', method)).toBe(text);
});

test('bounds stand behind a value, unless they read as the value itself', () => {
  expect([bounds('2', '1', '3'), bounds('93', '90', '93', '–'), bounds('-19.7', '-19.7', '-19.7')]).toEqual([
    ' (1 to 3)',
    ' (90–93)',
    '',
  ]);
});

test('nought has no sign', () => {
  expect([rounded(-0.001), rounded(-0.01)]).toEqual(['0', '-0.01']);
});
