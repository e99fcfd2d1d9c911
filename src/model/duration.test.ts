import { expect, test } from 'vitest';
import { Duration, lengthOf } from './duration.ts';

test.each([
  ['days', 'P2D', 2, 0],
  ['hours', 'PT8H', 0, 28_800],
  ['minutes after the T', 'PT90M', 0, 5_400],
  ['seconds', 'PT45S', 0, 45],
  ['weeks as seven days', 'P13W', 91, 0],
  ['weeks and days together', 'P1W2D', 9, 0],
  ['days and hours apart', 'P1DT12H', 1, 43_200],
  ['all parts of a day', 'PT1H2M3S', 0, 3_723],
  ['a fraction', 'PT0.5H', 0, 1_800],
  ['nothing', 'PT0S', 0, 0],
])('a duration counts %s', (_, text, days, seconds) => {
  expect(Duration.safeParse(text).success).toBe(true);
  expect(lengthOf(text)).toEqual({ days, seconds });
});

test.each([
  ['months', 'P3M'],
  ['years', 'P1Y'],
  ['no part', 'P'],
  ['a T with no part', 'PT'],
  ['a T with no part after days', 'P1DT'],
  ['parts out of order', 'PT1S1H'],
  ['words', '8 hours'],
  ['a sign', '-P1D'],
  ['small letters', 'p1d'],
  ['hours before the T', 'P8H'],
])('a duration may not have %s', (_, text) => {
  expect(Duration.safeParse(text).success).toBe(false);
});

test('an unread duration is a bug', () => {
  expect(() => lengthOf('8 hours')).toThrow('8 hours');
});
