import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  civilDate,
  dayMs,
  dayNumber,
  isoDate,
  parseIsoDate,
  utcYear,
  weekdayIndex,
  yearLike,
  yearStart,
} from './civil.ts';

test.each([
  ['the first day', 1970, 1, 1, '1970-01-01', 3],
  ['a leap day', 2024, 2, 29, '2024-02-29', 3],
  ['the leap day of a century', 2000, 2, 29, '2000-02-29', 1],
  ['the day after February of a common century', 1900, 2, 29, '1900-03-01', 3],
  ['the first day of year 1', 1, 1, 1, '0001-01-01', 0],
  ['the last day of year 9999', 9999, 12, 31, '9999-12-31', 4],
  ['a month beyond the year', 2024, 14, 1, '2025-02-01', 5],
  ['the day past year 9999', 9999, 12, 32, '+010000-01-01', 5],
])('a day number knows %s', (_, year, month, day, text, weekday) => {
  const number = dayNumber(year, month, day);
  expect(isoDate(number)).toBe(text);
  expect(weekdayIndex(number)).toBe(weekday);
  if (!text.startsWith('+')) expect(parseIsoDate(text)).toBe(number);
});

test('a day number is taken back to its date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 3_000_000 }), (number) => {
      const { year, month, day } = civilDate(number);
      expect(dayNumber(year, month, day)).toBe(number);
      expect(weekdayIndex(number + 1)).toBe((weekdayIndex(number) + 1) % 7);
      expect(utcYear(number * dayMs)).toBe(year);
      expect(yearStart(year)).toBeLessThanOrEqual(number * dayMs);
    }),
  );
});

test.each([1799, 2150])('every year is like one of the 28 until %d', (last) => {
  for (let year = -10; year < 410; year++) {
    const like = yearLike(year, last);
    expect(like).toBeGreaterThan(last - 28);
    expect(like).toBeLessThanOrEqual(last);
    for (const month of [1, 3, 12]) {
      expect(weekdayIndex(dayNumber(like, month, 1))).toBe(weekdayIndex(dayNumber(year, month, 1)));
    }
  }
});

test('an instant outside the calendar is refused', () => {
  expect(() => utcYear(Number.NaN)).toThrow(RangeError);
  expect(() => yearLike(2000, 1910)).toThrow(RangeError);
});
