import { expect, test } from 'vitest';
import { Calendar, hoursOf, weekdays } from './calendar.ts';

const week = (hours?: object) => {
  const open = hoursOf(Calendar.parse(hours ? { hours } : {}));
  return weekdays
    .filter((day) => open[day].length > 0)
    .map((day) => `${day.slice(0, 2)} ${open[day].map(({ from, until }) => `${from}-${until}`).join(' ')}`)
    .join(', ');
};

test.each([
  [
    'Monday to Friday, eight to five, by default',
    undefined,
    'mo 480-1020, tu 480-1020, we 480-1020, th 480-1020, fr 480-1020',
  ],
  ['one named day', { tuesday: ['08:30-12:00'] }, 'tu 510-720'],
  ['two stretches of a day', { monday: ['08:00-12:00', '13:00-17:00'] }, 'mo 480-720 780-1020'],
  ['a range over the end of the week', { 'saturday-monday': ['10:00-11:00'] }, 'mo 600-660, sa 600-660, su 600-660'],
  ['a whole day', { sunday: ['00:00-24:00'] }, 'su 0-1440'],
  ['no day that has no hours', { monday: [], friday: ['09:00-10:00'] }, 'fr 540-600'],
  ['a range of one day', { 'monday-monday': ['09:00-10:00'] }, 'mo 540-600'],
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
  ['a holiday that is no day', { holidays: ['2026-02-30'] }],
])('a calendar may not have %s', (_, calendar) => {
  expect(Calendar.safeParse(calendar).success).toBe(false);
});

test('a calendar may have hours that touch', () => {
  expect(week({ monday: ['08:00-12:00', '12:00-17:00'] })).toBe('mo 480-720 720-1020');
});
