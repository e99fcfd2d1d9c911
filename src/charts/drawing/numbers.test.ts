import { expect, test } from 'vitest';
import { wordsIn } from './numbers.ts';

const words = wordsIn('en-GB', 'Europe/Berlin');

/** Blanks that hold a line together, as plain ones. */
const plain = (text: string | number): string | number =>
  typeof text === 'string' ? text.replaceAll('\u00a0', ' ') : text;

const within = (lower: number, upper: number) => ({ lower, upper });

test.each([
  ['nothing as no data', null, 'day', undefined, 'no data'],
  ['nought as nought', 0, 'share', undefined, '0%'],
  ['a share in whole percents', 0.613, 'share', undefined, '61%'],
  ['a share of next to nothing with a digit', 0.004, 'share', undefined, '0.4%'],
  ['days with a digit', 11.26, 'day', undefined, '11.3 d'],
  ['less than a day with two', 0.126, 'day', undefined, '0.13 d'],
  ['hundreds without', 123.4, 'hour', undefined, '123 h'],
  ['no digit that the interval swallows', 11.26, 'day', within(9.2, 14.8), '11 d'],
  ['a digit that the interval bears', 11.26, 'day', within(11, 11.5), '11.3 d'],
  ['a score in whole points', 57.8, 'score', undefined, '58'],
  ['thousands in groups', 12345, 'item', undefined, '12,345'],
  ['millions in three digits', 12_345_678, 'item', undefined, '12.3m'],
  ['an amount with its currency, in three digits', 1_243_000, 'EUR', undefined, '€1.24m'],
  ['a small amount to the cent', 12.5, 'EUR', undefined, '€12.50'],
  ['an amount of hundreds without cents', 640.4, 'GBP', undefined, '£640'],
  ['what is less than half a cent as nought', -0.001, 'EUR', undefined, '€0'],
  ['a minus that is one', -4.2, 'day', undefined, '−4.2 d'],
  ['no nought with a minus', -0.0001, 'item', undefined, '0'],
])('a figure tells %s', (_, value, unit, bounds, text) => {
  expect(plain(words.figure(value, unit, bounds))).toBe(text);
});

test.each([
  ['its ends, the sign of the unit once', within(0.54, 0.68), 'share', '54–68%'],
  ['no more than they bear', within(9.23, 14.87), 'day', '9–15 d'],
  ['nothing where there is none', { lower: null, upper: 3 }, 'day', ''],
])('an interval tells %s', (_, bounds, unit, text) => {
  expect(plain(words.range(bounds, unit))).toBe(text);
});

test.each([
  ['more', 4, 'score', '+4 pt'],
  ['less', -0.056, 'share', '−6 pt'],
  ['that nothing changed', 0, 'day', '±0 d'],
  ['that next to nothing changed', 0.2, 'score', '±0 pt'],
])('a difference tells %s', (_, difference, unit, text) => {
  expect(plain(words.change(difference, unit))).toBe(text);
});

test.each([
  ['de-DE', 'share', 0.61, '61 %'],
  ['de-DE', 'day', 1234.5, '1.235 d'],
  ['fr-CH', 'day', 4.2, '4,2 d'],
])('in %s a %s of %d is written %s', (locale, unit, value, text) => {
  expect(plain(wordsIn(locale, 'UTC').figure(value, unit))).toBe(text);
});

test.each([
  ['a day as itself, whatever the time zone', words.day('2026-03-31'), '31 Mar 2026'],
  [
    'an instant in the time zone of the workspace',
    words.instant(Date.parse('2026-03-31T23:30:00Z')),
    '1 Apr 2026, 01:30',
  ],
  ['how far its clock is ahead in summer', words.offset(Date.parse('2026-07-01T00:00:00Z')), 7_200_000],
  ['how far its clock is ahead in winter', words.offset(Date.parse('2026-01-01T00:00:00Z')), 3_600_000],
  ['one of a thing', words.counted(1, 'item'), '1 item'],
  ['many of a thing', words.counted(2345, 'stretch', 'stretches'), '2,345 stretches'],
])('words tell %s', (_, told, text) => {
  expect(plain(told)).toBe(text);
});

test('a value and its sign stay on one line', () => {
  expect(words.figure(4.2, 'day')).toBe('4.2\u00a0d');
});
