import { expect, test } from 'vitest';
import { always, calendar, office } from './fixtures/calendar.ts';
import { workingBreakpoints } from './working-breakpoints.ts';

const spell = (intervals: readonly (readonly [number, number])[]): string =>
  intervals.map((ends) => ends.map((ms) => new Date(ms).toISOString().slice(5, 16)).join(' to ')).join(', ');

const night = (zone: string, hours: string) => calendar(zone, `mon tue wed thu fri sat sun ${hours}`);
const berlin = 'Europe/Berlin';

test.each([
  ['a working day', office(berlin), '2025-01-15T00:00Z', '2025-01-16T00:00Z', '01-15T07:00 to 01-15T16:00'],
  ['a day cut at both ends', office(berlin), '2025-01-15T08:00Z', '2025-01-15T09:00Z', '01-15T08:00 to 01-15T09:00'],
  ['no week-end', office(berlin), '2025-01-18T00:00Z', '2025-01-20T00:00Z', ''],
  ['no holiday', office(berlin, ['2025-01-15']), '2025-01-15T00:00Z', '2025-01-16T00:00Z', ''],
  [
    'two parts of a day',
    night(berlin, '08:00-12:00 13:00-17:00'),
    '2025-01-15T00:00Z',
    '2025-01-15T23:00Z',
    '01-15T07:00 to 01-15T11:00, 01-15T12:00 to 01-15T16:00',
  ],
  ['days that touch as one', always(berlin), '2025-03-29T00:00Z', '2025-03-31T00:00Z', '03-29T00:00 to 03-31T00:00'],
  [
    'a night shift of two parts as one',
    calendar(berlin, 'wed 22:00-24:00, thu 00:00-06:00'),
    '2025-01-15T00:00Z',
    '2025-01-17T00:00Z',
    '01-15T21:00 to 01-16T05:00',
  ],
  [
    'a shift through the autumn change as three hours',
    night('America/New_York', '01:00-03:00'),
    '2025-11-02T04:00Z',
    '2025-11-03T00:00Z',
    '11-02T05:00 to 11-02T08:00',
  ],
  [
    'a shift that ends in the hour shown twice, twice',
    night('America/New_York', '00:00-01:30'),
    '2025-11-02T00:00Z',
    '2025-11-02T12:00Z',
    '11-02T04:00 to 11-02T05:30, 11-02T06:00 to 11-02T06:30',
  ],
  [
    'a shift through the spring change as one hour',
    night('America/New_York', '01:00-03:00'),
    '2025-03-09T00:00Z',
    '2025-03-09T12:00Z',
    '03-09T06:00 to 03-09T07:00',
  ],
  [
    'a shift that starts in the gap from its end on',
    night(berlin, '02:30-04:00'),
    '2025-03-30T00:00Z',
    '2025-03-30T12:00Z',
    '03-30T01:00 to 03-30T02:00',
  ],
  ['no shift inside the gap', night(berlin, '02:00-03:00'), '2025-03-30T00:00Z', '2025-03-30T12:00Z', ''],
  [
    'half an hour more at Lord Howe',
    night('Australia/Lord_Howe', '01:00-03:00'),
    '2025-04-05T12:00Z',
    '2025-04-06T00:00Z',
    '04-05T14:00 to 04-05T16:30',
  ],
  [
    'half an hour less at Lord Howe',
    night('Australia/Lord_Howe', '01:00-03:00'),
    '2025-10-04T12:00Z',
    '2025-10-05T00:00Z',
    '10-04T14:30 to 10-04T16:00',
  ],
  [
    'quarters at Chatham',
    night('Pacific/Chatham', '02:00-04:00'),
    '2025-09-27T00:00Z',
    '2025-09-28T00:00Z',
    '09-27T13:15 to 09-27T14:15',
  ],
  [
    'quarters at Kathmandu',
    office('Asia/Kathmandu'),
    '2025-01-15T00:00Z',
    '2025-01-16T00:00Z',
    '01-15T02:15 to 01-15T11:15',
  ],
  [
    'clocks set back across the end of a holiday',
    calendar('America/St_Johns', 'sat sun 00:00-24:00', ['2010-11-06']),
    '2010-11-07T00:00Z',
    '2010-11-07T12:00Z',
    '11-07T02:30 to 11-07T02:31, 11-07T03:30 to 11-07T12:00',
  ],
  [
    'nothing of a date that was skipped',
    calendar('Pacific/Apia', 'fri 00:00-24:00'),
    '2011-12-29T00:00Z',
    '2012-01-02T00:00Z',
    '',
  ],
  [
    'the turn of the year',
    office(berlin, ['2025-01-01']),
    '2024-12-31T00:00Z',
    '2025-01-03T00:00Z',
    '12-31T07:00 to 12-31T16:00, 01-02T07:00 to 01-02T16:00',
  ],
  ['a leap day', office(berlin), '2024-02-29T00:00Z', '2024-03-01T00:00Z', '02-29T07:00 to 02-29T16:00'],
  ['nothing of an empty stretch', always(berlin), '2025-01-15T08:00Z', '2025-01-15T08:00Z', ''],
  ['nothing backwards', always(berlin), '2025-01-16T08:00Z', '2025-01-15T08:00Z', ''],
  ['year 1', always(berlin), '0001-01-01T00:00Z', '0001-01-02T00:00Z', '01-01T00:00 to 01-02T00:00'],
  ['year 9999', office('UTC'), '9999-12-31T00:00Z', '9999-12-31T23:59Z', '12-31T08:00 to 12-31T17:00'],
])('working time has %s', (_, when, from, until, expected) => {
  expect(spell(workingBreakpoints(when, Date.parse(from), Date.parse(until)))).toBe(expected);
});
