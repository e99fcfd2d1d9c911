import { expect, test } from 'vitest';
import { localText, momentOf } from './days.ts';

test.each([
  ['a month that is none', '2025-13-01', 'a day of the calendar, such as 2025-03-01, was expected'],
  ['a day that its month lacks', '2025-02-30', 'a day of the calendar'],
  ['a leap day of a common year', '2025-02-29', 'a day of the calendar'],
  ['the year 0', '0000-01-01', 'a year from 1900 to 2199 was expected'],
  ['a year long ago', '0100-01-01', 'a year from 1900 to 2199'],
  ['a year to come', '9999-01-01', 'a year from 1900 to 2199'],
  ['an hour that is none', '2025-01-01T25:00:00Z', 'an instant such as'],
  ['an instant on a day that is none', '2025-02-30T10:00:00Z', 'a day of the calendar'],
])('a moment is refused for %s', (_, typed, expected) => {
  expect(() => momentOf(typed, 'Europe/Berlin', 'from')).toThrow(`from is ${JSON.stringify(typed)}; ${expected}`);
});

test.each([
  ['a day, which is its local midnight', '2025-03-01', '2025-02-28T23:00:00.000Z'],
  ['a leap day', '2024-02-29', '2024-02-28T23:00:00.000Z'],
  ['an instant', '2025-03-01T14:05:00Z', '2025-03-01T14:05:00.000Z'],
])('a moment may be %s', (_, typed, instant) => {
  expect(momentOf(typed, 'Europe/Berlin', 'from')).toBe(instant);
});

test('an instant is shown on the clocks of the zone, a midnight as its day', () => {
  expect(localText('2025-02-28T23:00:00.000Z', 'Europe/Berlin')).toBe('2025-03-01');
  expect(localText('2025-03-01T14:05:00.000Z', 'Europe/Berlin')).toBe('2025-03-01 15:05');
});
