import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from './civil.ts';
import { anInstant, zones } from './fixtures/calendar.ts';
import { localDay, startOfLocalDay, utcToLocalDate, wallToUtc, zonedToUtc } from './local.ts';
import { offsetAt } from './zone-offsets.ts';

/** '2025-03-30 02:30' as the parts that a reader of stamps would hand over. */
const parts = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[- :]/).map(Number);
  return { year, month, day, hour, minute, second };
};
const iso = (ms: number): string => new Date(ms).toISOString().replace(/(:00)?\.000Z$/, 'Z');

test.each([
  ['a plain day', 'Europe/Berlin', '2025-01-15 12:00', '2025-01-15T11:00Z', 'exact'],
  ['the last minute before a gap', 'Europe/Berlin', '2025-03-30 01:59', '2025-03-30T00:59Z', 'exact'],
  ['the first minute of a gap', 'Europe/Berlin', '2025-03-30 02:00', '2025-03-30T01:00Z', 'gap'],
  ['the middle of a gap', 'Europe/Berlin', '2025-03-30 02:30', '2025-03-30T01:30Z', 'gap'],
  ['the first minute after a gap', 'Europe/Berlin', '2025-03-30 03:00', '2025-03-30T01:00Z', 'exact'],
  ['the last minute before an overlap', 'Europe/Berlin', '2025-10-26 01:59', '2025-10-25T23:59Z', 'exact'],
  ['an overlap, at the first showing', 'Europe/Berlin', '2025-10-26 02:30', '2025-10-26T00:30Z', 'overlap'],
  ['the first minute after an overlap', 'Europe/Berlin', '2025-10-26 03:00', '2025-10-26T02:00Z', 'exact'],
  ['a gap in New York', 'America/New_York', '2025-03-09 02:00', '2025-03-09T07:00Z', 'gap'],
  ['an overlap in New York', 'America/New_York', '2025-11-02 01:59', '2025-11-02T05:59Z', 'overlap'],
  ['a gap in St. John’s', 'America/St_Johns', '2025-03-09 02:15', '2025-03-09T05:45Z', 'gap'],
  ['an overlap across midnight', 'America/St_Johns', '2010-11-07 00:00', '2010-11-07T02:30Z', 'overlap'],
  ['the same overlap on the day before', 'America/St_Johns', '2010-11-06 23:30', '2010-11-07T02:00Z', 'overlap'],
  ['a gap of a quarter at midnight', 'Asia/Kathmandu', '1986-01-01 00:05', '1985-12-31T18:35Z', 'gap'],
  ['a zone at three quarters', 'Asia/Kathmandu', '2025-06-01 12:00', '2025-06-01T06:15Z', 'exact'],
  ['an overlap at three quarters', 'Pacific/Chatham', '2025-04-06 03:00', '2025-04-05T13:15Z', 'overlap'],
  ['a gap at three quarters', 'Pacific/Chatham', '2025-09-28 03:00', '2025-09-27T14:15Z', 'gap'],
  ['an overlap of half an hour', 'Australia/Lord_Howe', '2025-04-06 01:45', '2025-04-05T14:45Z', 'overlap'],
  ['a gap of half an hour', 'Australia/Lord_Howe', '2025-10-05 02:10', '2025-10-04T15:40Z', 'gap'],
  ['a day that was skipped', 'Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00Z', 'gap'],
  ['a leap day in the earliest zone', 'Pacific/Kiritimati', '2024-02-29 00:00', '2024-02-28T10:00Z', 'exact'],
  ['a zone of the furthest west', 'Etc/GMT+12', '2024-12-31 23:00', '2025-01-01T11:00Z', 'exact'],
  ['sun time', 'Africa/Monrovia', '1960-01-01 00:00', '1960-01-01T00:44:30Z', 'exact'],
  ['year 1', 'Europe/Berlin', '0001-01-02 00:00', '0001-01-01T23:06:32Z', 'exact'],
  ['year 9999', 'Europe/Berlin', '9999-07-01 00:00', '9999-06-30T22:00Z', 'exact'],
  ['a leap second as the next minute', 'UTC', '2016-12-31 23:59:60', '2017-01-01T00:00Z', 'exact'],
])('a local time becomes an instant on %s', (_, zone, local, instant, kind) => {
  const answer = zonedToUtc(parts(local), zone);
  expect({ instant: iso(answer.ms), kind: answer.kind }).toEqual({ instant, kind });
});

test('a local time keeps its milliseconds', () => {
  const local = { ...parts('2025-01-15 12:00:07'), millisecond: 89 };
  expect(zonedToUtc(local, 'Europe/Berlin').ms).toBe(Date.parse('2025-01-15T11:00:07.089Z'));
});

test.each([
  ['a day that began as it should', 'Europe/Berlin', [2025, 3, 30], '2025-03-29T23:00Z'],
  ['a day whose midnight was skipped', 'Africa/Cairo', [2024, 4, 26], '2024-04-25T22:00Z'],
  ['a day whose gap began before midnight', 'America/Toronto', [1919, 3, 31], '1919-03-31T04:30Z'],
  ['a day that began twice, at the first time', 'America/St_Johns', [2010, 11, 7], '2010-11-07T02:30Z'],
  ['a day that was skipped, with the next', 'Pacific/Apia', [2011, 12, 30], '2011-12-30T10:00Z'],
])('the start is found of %s', (_, zone, [year = 0, month = 0, day = 0], instant) => {
  expect(iso(startOfLocalDay(dayNumber(year, month, day), zone))).toBe(instant);
});

test.each([
  ['the day after in the east', '2025-01-15T23:30Z', 'Asia/Kathmandu', '2025-01-16'],
  ['the day before in the west', '2025-01-01T02:00Z', 'America/New_York', '2024-12-31'],
  ['a leap day', '2024-02-29T12:00Z', 'Europe/Berlin', '2024-02-29'],
  ['the first day of year 1', '0001-01-01T12:00Z', 'UTC', '0001-01-01'],
  ['the epoch', '1970-01-01T00:00Z', 'UTC', '1970-01-01'],
])('a local date is %s', (_, instant, zone, date) => {
  expect(utcToLocalDate(Date.parse(instant), zone)).toBe(date);
});

test('every instant is found again from what the clocks showed, or its first showing is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anInstant, (zone, ms) => {
      const wall = ms + offsetAt(zone, ms);
      const { ms: found, kind } = wallToUtc(wall, zone);
      expect(kind).not.toBe('gap');
      expect(found + offsetAt(zone, found)).toBe(wall);
      if (kind === 'exact') expect(found).toBe(ms);
      else expect(found).toBeLessThanOrEqual(ms);
    }),
    { numRuns: 1000 },
  );
});

test('a day starts after every instant of the day before, but for clocks set back across midnight', () => {
  const orderly = zones.filter((zone) => zone !== 'America/St_Johns');
  fc.assert(
    fc.property(fc.constantFrom(...orderly), anInstant, (zone, ms) => {
      const day = localDay(ms, zone);
      expect(startOfLocalDay(day, zone)).toBeLessThanOrEqual(ms);
      expect(startOfLocalDay(day + 1, zone)).toBeGreaterThan(ms);
    }),
    { numRuns: 500 },
  );
});
