import { expect, test } from 'vitest';
import { calendar, office } from './fixtures/calendar.ts';
import { openStretches, WorkingCalendar } from './working-calendar.ts';

const day = (...hours: [string, string][]) => ({
  timeZone: 'Europe/Berlin',
  hours: { monday: hours.map(([from, until]) => ({ from, until })) },
});

test.each([
  ['hours that meet', day(['13:00', '17:00'], ['08:00', '13:00'])],
  ['a day until midnight', day(['00:00', '24:00'])],
  ['a leap day off', { ...day(['08:00', '17:00']), holidays: ['2024-02-29'] }],
])('a calendar accepts %s', (_, input) => {
  expect(WorkingCalendar.safeParse(input).success).toBe(true);
});

test.each([
  ['an unknown zone', { ...day(['08:00', '17:00']), timeZone: 'Europe/Atlantis' }, 'is no time zone'],
  ['no zone', { ...day(['08:00', '17:00']), timeZone: '' }, 'is no time zone'],
  ['hours that overlap', day(['08:00', '12:01'], ['12:00', '17:00']), 'overlap'],
  ['hours inside hours, written first', day(['10:00', '11:00'], ['08:00', '17:00']), 'overlap'],
  ['hours that end before they begin', day(['22:00', '06:00']), 'ends before it begins'],
  ['hours of no length', day(['08:00', '08:00']), 'ends before it begins'],
  ['an hour of the day that there is not', day(['08:00', '25:00']), 'is no time of day'],
  ['a time past 24:00', day(['08:00', '24:01']), 'is no time of day'],
  ['a time without its nought', day(['8:00', '17:00']), 'is no time of day'],
  ['a week without an open hour', day(), 'no open hour'],
  ['a holiday that is no date', { ...day(['08:00', '17:00']), holidays: ['2025-02-29'] }, 'date'],
  ['an unknown day', { timeZone: 'UTC', hours: { moonday: [] } }, 'moonday'],
])('a calendar refuses %s', (_, input, words) => {
  const answer = WorkingCalendar.safeParse(input);
  expect(answer.success).toBe(false);
  expect(answer.error?.message).toContain(words);
});

test('days that are left out are closed, and no holidays are none', () => {
  const { hours, holidays } = WorkingCalendar.parse(day(['08:00', '17:00']));
  expect([hours.sunday, holidays]).toEqual([[], []]);
});

test('stretches come in order, with touching ones joined', () => {
  const hour = 3_600_000;
  const { holidays: _, ...rest } = calendar('UTC', 'mon 13:00-17:00 08:00-12:00 12:00-13:00 20:00-24:00');
  const week = openStretches({ ...rest, holidays: [] });
  expect(week[0]).toEqual([
    { from: 8 * hour, until: 17 * hour },
    { from: 20 * hour, until: 24 * hour },
  ]);
  expect(week).toHaveLength(7);
  expect(openStretches(office('UTC'))[6]).toEqual([]);
});
