import { expect, test } from 'vitest';
import { Day, dayAfter, dayBefore, dayOf, Instant } from './day.ts';

test.each([
  ['a day', '2026-03-31', true],
  ['a leap day', '2024-02-29', true],
  ['a day that does not exist', '2026-02-29', false],
  ['a day without zeros', '2026-3-1', false],
  ['an instant', '2026-03-31T00:00:00Z', false],
])('a day may be %s', (_, text, allowed) => {
  expect(Day.safeParse(text).success).toBe(allowed);
});

test.each([
  ['in UTC', '2026-03-31T00:00:00Z', true],
  ['with an offset', '2026-03-31T00:00:00+02:00', true],
  ['without an offset', '2026-03-31T00:00:00', false],
])('an instant stands %s', (_, text, allowed) => {
  expect(Instant.safeParse(text).success).toBe(allowed);
});

test.each([
  ['of the same date at noon', '2026-03-31T12:00:00Z', 'Europe/Berlin', '2026-03-31'],
  ['after midnight east of Greenwich', '2026-03-31T22:30:00Z', 'Europe/Berlin', '2026-04-01'],
  ['before midnight west of Greenwich', '2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31'],
  ['that starts with the instant', '2026-03-31T00:00:00Z', 'UTC', '2026-03-31'],
])('an instant falls on the day %s', (_, instant, timeZone, day) => {
  expect(dayOf(instant, timeZone)).toBe(day);
});

test.each([
  ['2026-03-30', '2026-03-29'],
  ['2024-03-01', '2024-02-29'],
  ['2026-01-01', '2025-12-31'],
])('the day before %s is %s', (day, before) => {
  expect([dayBefore(day), dayAfter(before)]).toEqual([before, day]);
});
