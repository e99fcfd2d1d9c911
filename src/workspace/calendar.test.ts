import { expect, test } from 'vitest';
import { weekdays } from '#model/calendar/working-calendar.ts';
import { Calendar, workingCalendarOf } from './calendar.ts';

const week = (hours?: object): string => {
  const working = workingCalendarOf({ timeZone: 'UTC', calendar: Calendar.parse(hours ? { hours } : {}) });
  return weekdays
    .filter((day) => working.hours[day].length > 0)
    .map((day) => `${day.slice(0, 2)} ${working.hours[day].map(({ from, until }) => `${from}-${until}`).join(' ')}`)
    .join(', ');
};

test.each([
  [
    'Monday to Friday, eight to five, by default',
    undefined,
    'mo 08:00-17:00, tu 08:00-17:00, we 08:00-17:00, th 08:00-17:00, fr 08:00-17:00',
  ],
  ['one named day', { tuesday: ['08:30-12:00'] }, 'tu 08:30-12:00'],
  ['two stretches of a day', { monday: ['08:00-12:00', '13:00-17:00'] }, 'mo 08:00-12:00 13:00-17:00'],
  [
    'a range over the end of the week',
    { 'saturday-monday': ['10:00-11:00'] },
    'mo 10:00-11:00, sa 10:00-11:00, su 10:00-11:00',
  ],
  ['a whole day', { sunday: ['00:00-24:00'] }, 'su 00:00-24:00'],
  ['no day that has no hours', { monday: [], friday: ['09:00-10:00'] }, 'fr 09:00-10:00'],
  ['a range of one day', { 'monday-monday': ['09:00-10:00'] }, 'mo 09:00-10:00'],
])('a calendar opens %s', (_, hours, expected) => {
  expect(week(hours)).toBe(expected);
});

test.each([
  ['hours that end before they start', { hours: { monday: ['17:00-08:00'] } }],
  ['hours that end as they start', { hours: { monday: ['08:00-08:00'] } }],
  ['hours that overlap', { hours: { monday: ['08:00-12:00', '11:00-17:00'] } }],
  ['a time past midnight', { hours: { monday: ['20:00-25:00'] } }],
  ['a time without a zero', { hours: { monday: ['8:00-17:00'] } }],
  ['a day that does not exist', { hours: { moonday: ['08:00-17:00'] } }],
  ['a weekday named twice', { hours: { 'monday-friday': ['08:00-17:00'], friday: ['08:00-12:00'] } }],
  ['no open day at all', { hours: { monday: [] } }],
  ['a holiday that is no day', { holidays: ['2026-02-30'] }],
])('a calendar may not have %s', (_, calendar) => {
  expect(Calendar.safeParse(calendar).success).toBe(false);
});

test('a calendar may have hours that touch', () => {
  expect(week({ monday: ['08:00-12:00', '12:00-17:00'] })).toBe('mo 08:00-12:00 12:00-17:00');
});

test('the calendar that is counted by has the zone and the holidays', () => {
  const calendar = Calendar.parse({ holidays: ['2026-12-25'] });
  expect(workingCalendarOf({ timeZone: 'Asia/Kolkata', calendar })).toMatchObject({
    timeZone: 'Asia/Kolkata',
    holidays: ['2026-12-25'],
  });
});
