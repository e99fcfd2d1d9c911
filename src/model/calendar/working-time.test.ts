import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCalendar, always, anInstant, calendar, office } from './fixtures/calendar.ts';
import { workingBreakpoints } from './working-breakpoints.ts';
import { type WorkingCalendar, weekdays } from './working-calendar.ts';
import { workingTime } from './working-time.ts';

const hour = 3_600_000;
const hours = (when: WorkingCalendar, from: string, until: string): number =>
  workingTime(when).between(Date.parse(from), Date.parse(until)) / hour;

const berlin = office('Europe/Berlin', ['2025-12-25', '2025-12-26', '2026-01-01']);

test.each([
  ['a working day', berlin, '2025-01-15T00:00Z', '2025-01-16T00:00Z', 9],
  ['a day and a part', berlin, '2025-01-15T12:00Z', '2025-01-16T08:30Z', 4 + 1.5],
  ['nothing over a week-end', berlin, '2025-01-17T16:00Z', '2025-01-20T07:00Z', 0],
  ['a week of the spring change', berlin, '2025-03-24T00:00Z', '2025-03-31T22:00Z', 54],
  ['a year end with holidays', berlin, '2025-12-24T00:00Z', '2026-01-03T00:00Z', 6 * 9 - 9],
  ['less than nothing backwards', berlin, '2025-01-16T00:00Z', '2025-01-15T00:00Z', -9],
  ['nothing between the same instant', berlin, '2025-01-15T10:00Z', '2025-01-15T10:00Z', 0],
  ['23 hours of a short day', always('Europe/Berlin'), '2025-03-29T23:00Z', '2025-03-30T22:00Z', 23],
  ['25 hours of a long day', always('Europe/Berlin'), '2025-10-25T22:00Z', '2025-10-26T23:00Z', 25],
  [
    'three hours of a shift through the autumn change',
    calendar('America/New_York', 'sun 01:00-03:00'),
    '2025-11-02T00:00Z',
    '2025-11-03T00:00Z',
    3,
  ],
  ['a stretch before 1970', always('UTC'), '1969-12-31T00:00Z', '1970-01-02T00:00Z', 48],
  [
    'every hour until the last of 9999',
    always('UTC'),
    '2025-01-01T00:00Z',
    '9999-12-31T23:00Z',
    (Date.parse('9999-12-31T23:00Z') - Date.parse('2025-01-01T00:00Z')) / hour,
  ],
  [
    'every hour since the first of year 1',
    always('Europe/Berlin'),
    '0001-01-01T00:00Z',
    '2025-01-01T00:00Z',
    (Date.parse('2025-01-01T00:00Z') - Date.parse('0001-01-01T00:00Z')) / hour,
  ],
])('working time counts %s', (_, when, from, until, expected) => {
  expect(hours(when, from, until)).toBe(expected);
});

test('the totals of far years are those of their days, holidays among them', () => {
  const far = office('America/New_York', ['9990-01-05', '1500-06-05']);
  for (const [from, until] of [
    ['9989-06-01T00:00Z', '9993-06-01T00:00Z'],
    ['1498-06-01T00:00Z', '1502-06-01T00:00Z'],
    ['2148-06-01T00:00Z', '2156-06-01T00:00Z'],
    ['1797-06-01T00:00Z', '1803-06-01T00:00Z'],
  ] as const) {
    const intervals = workingBreakpoints(far, Date.parse(from), Date.parse(until));
    const sum = intervals.reduce((total, [start, end]) => total + end - start, 0);
    expect(hours(far, from, until)).toBe(sum / hour);
  }
});

test('working time adds up, and is never more than the time that went by', () => {
  fc.assert(
    fc.property(aCalendar, anInstant, anInstant, anInstant, (when, a, b, c) => {
      const { between, cumulative } = workingTime(when);
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
      expect(between(a, b)).toBe(-between(b, a) + 0);
      expect(Math.abs(between(a, b))).toBeLessThanOrEqual(Math.abs(b - a));
      expect(between(a, b)).toBe(cumulative(b) - cumulative(a));
      if (a < b) expect(between(a, b)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});

/** Minute by minute: is this an open hour by the clock on the wall? Asked of the platform, by none of our own steps. */
const minutesOpen = (when: WorkingCalendar, from: number, until: number): number => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: when.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  let open = 0;
  for (let ms = from; ms < until; ms += 60_000) {
    const [date = '', time = ''] = format.format(ms).split(' ');
    const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
    const ranges = when.holidays.includes(date) ? [] : when.hours[weekday];
    if (ranges.some((range) => range.from <= time && time < range.until)) open++;
  }
  return open;
};

test('working time is what a count of minutes gives', () => {
  fc.assert(
    fc.property(aCalendar, anInstant, fc.integer({ min: 1, max: 4000 }), (when, from, length) => {
      const until = from + length * 60_000;
      expect(workingTime(when).between(from, until)).toBe(minutesOpen(when, from, until) * 60_000);
    }),
    { numRuns: 60 },
  );
});
