import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeFormat } from './time-format.ts';
import { type DayMeans, TimeReader } from './time-reader.ts';
import { Zone } from './zone.ts';

describe('a time is read', () => {
  test.each([
    ['with a T and Z', 'iso', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05.000000'],
    ['with a blank and no zone', 'iso', '2020-01-02 03:04', '2020-01-02T03:04:00.000000'],
    ['as a day alone', 'iso', '2020-01-02', '2020-01-02T00:00:00.000000'],
    ['with an offset', 'iso', '2020-01-02T03:04:05+08:00', '2020-01-01T19:04:05.000000'],
    ['with an offset without a colon', 'iso', '2020-06-12T00:13:13.360+0800', '2020-06-11T16:13:13.360000'],
    ['with an offset of hours', 'iso', '2020-01-02 03:04:05+02', '2020-01-02T01:04:05.000000'],
    ['with an offset behind a blank', 'iso', '2020-01-02 03:04:05 -0330', '2020-01-02T06:34:05.000000'],
    ['with UTC behind a blank', 'iso', '2020-01-02 03:04:05 UTC', '2020-01-02T03:04:05.000000'],
    ['with the offset furthest ahead', 'iso', '2020-01-02T00:00:00+14:00', '2020-01-01T10:00:00.000000'],
    ['with the offset furthest behind', 'iso', '2020-01-02T00:00:00-12:00', '2020-01-02T12:00:00.000000'],
    ['to the microsecond, finer digits cut off', 'iso', '2020-01-02T03:04:05.123456999Z', '2020-01-02T03:04:05.123456'],
    ['with a comma before the fraction', 'iso', '2020-01-02T03:04:05,5Z', '2020-01-02T03:04:05.500000'],
    ['at the first second of the year 1', 'iso', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000000'],
    ['at the last microsecond of the year 9999', 'iso', '9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999'],
    ['just before 1970', 'iso', '1969-12-31T23:59:59.75Z', '1969-12-31T23:59:59.750000'],
    ['on a leap day', 'iso', '2000-02-29', '2000-02-29T00:00:00.000000'],
    ['at 24:00 as the next day', 'iso', '2020-12-31T24:00:00', '2021-01-01T00:00:00.000000'],
    ['at a leap second as the next minute', 'iso', '2016-12-31T23:59:60.5Z', '2017-01-01T00:00:00.000000'],
    ['as seconds', 'epoch-s', '1577934245', '2020-01-02T03:04:05.000000'],
    ['as seconds with a fraction', 'epoch-s', '1577934245.25', '2020-01-02T03:04:05.250000'],
    ['as seconds before 1970', 'epoch-s', '-0.25', '1969-12-31T23:59:59.750000'],
    ['as second 0', 'epoch-s', '0', '1970-01-01T00:00:00.000000'],
    ['as milliseconds', 'epoch-ms', '1577934245678', '2020-01-02T03:04:05.678000'],
    ['as few milliseconds', 'epoch-ms', '45', '1970-01-01T00:00:00.045000'],
    ['as microseconds', 'epoch-us', '1577934245678901', '2020-01-02T03:04:05.678901'],
    ['as microseconds of the year 9999', 'epoch-us', '253402300799999999', '9999-12-31T23:59:59.999999'],
    ['with day and month of one digit or two', 'D/M/YYYY H:mm', '9/12/2016 1:16', '2016-12-09T01:16:00.000000'],
    ['with two digits where one is enough', 'D/M/YYYY H:mm', '29/02/2016 01:16', '2016-02-29T01:16:00.000000'],
    ['month first', 'MM/DD/YYYY hh:mm:ss A', '12/09/2016 01:16:05 PM', '2016-12-09T13:16:05.000000'],
    ['at noon', 'M/D/YYYY h:mm A', '12/9/2016 12:16 pm', '2016-12-09T12:16:00.000000'],
    ['at midnight, with a narrow blank', 'M/D/YYYY h:mm A', '12/9/2016 12:16\u202fa.m.', '2016-12-09T00:16:00.000000'],
    ['as a day of a spreadsheet', 'excel', '45350', '2024-02-28T00:00:00.000000'],
    ['as a day of a spreadsheet with its time', 'excel', '45350.69236111111', '2024-02-28T16:37:00.000000'],
    ['as such a day with a comma and few digits', 'excel', '45350,69236', '2024-02-28T16:37:00.000000'],
    ['as such a day that ends', 'excel', '45350.999999', '2024-02-29T00:00:00.000000'],
    ['with a French month', 'D MMMM YYYY H:mm', '12 février 2024 9:05', '2024-02-12T09:05:00.000000'],
    ['with a short French month and its dot', 'D MMM YYYY', '12 juil. 2024', '2024-07-12T00:00:00.000000'],
    ['with a French month in capitals', 'D MMMM YYYY', '1 AOÛT 2024', '2024-08-01T00:00:00.000000'],
    ['with a Dutch month', 'D MMM YYYY', '3 mrt 2024', '2024-03-03T00:00:00.000000'],
    ['with a short month', 'DD-MMM-YY', '09-dec-16', '2016-12-09T00:00:00.000000'],
    ['with a year of the last century', 'DD-MMM-YY', '09-DEC-69', '1969-12-09T00:00:00.000000'],
    ['with a long month', 'MMMM D, YYYY', 'September 9, 2016', '2016-09-09T00:00:00.000000'],
    ['with a long German month', 'D. MMMM YYYY', '12. März 2025', '2025-03-12T00:00:00.000000'],
    ['with a long German month in capitals', 'D. MMMM YYYY H:mm', '3. OKTOBER 2025 9:05', '2025-10-03T09:05:00.000000'],
    ['with an umlaut in capitals', 'D. MMMM YYYY', '12. MÄRZ 2025', '2025-03-12T00:00:00.000000'],
    ['with the first month in Austria', 'D. MMMM YYYY', '6. Jänner 2025', '2025-01-06T00:00:00.000000'],
    ['with a short German month', 'DD-MMM-YY', '12-Mrz-25', '2025-03-12T00:00:00.000000'],
    ['with a short German month and its dot', 'D. MMM YYYY', '12. Dez. 2025', '2025-12-12T00:00:00.000000'],
    ['with four letters and a dot', 'D. MMM YYYY', '12. Sept. 2025', '2025-09-12T00:00:00.000000'],
    ['with a German month that is never shortened', 'D. MMM YYYY', '12. Juni 2025', '2025-06-12T00:00:00.000000'],
    ['with dots of the pattern', 'D.MMM.YYYY', '12.Mär.2025', '2025-03-12T00:00:00.000000'],
    ['with an English month between strokes', 'D-MMM-YY', '12-Mar-25', '2025-03-12T00:00:00.000000'],
    ['as American programs print it', 'MMM D, YYYY h:mm A', 'Mar 12, 2025 3:04 PM', '2025-03-12T15:04:00.000000'],
    ['with several blanks', 'MMM D YYYY HH:mm', 'Sep  9 2016 10:00', '2016-09-09T10:00:00.000000'],
    ['without anything between', 'YYYYMMDDHHmmssSSS', '20161209011605123', '2016-12-09T01:16:05.123000'],
    [
      'with an offset in a pattern',
      'YYYY/MM/DD HH:mm:ss.SSSSSS Z',
      '2016/12/09 01:16:05.123456 +0100',
      '2016-12-09T00:16:05.123456',
    ],
    ['with words in a pattern', "YYYY-MM-DD 'um' H.mm 'Uhr'", '2016-12-09 um 1.16 Uhr', '2016-12-09T01:16:00.000000'],
    ['of one width throughout', 'YYYY-MM-DD HH:mm:ss', '2016-12-09 01:16:05', '2016-12-09T01:16:05.000000'],
    ['with a tab for a blank', 'YYYY-MM-DD HH:mm:ss', '2016-12-09\t01:16:05', '2016-12-09T01:16:05.000000'],
    ['with more blanks than one', 'YYYY-MM-DD HH:mm:ss', '2016-12-09   01:16:05', '2016-12-09T01:16:05.000000'],
    ['with letters of another alphabet', 'YYYY年MM月DD日', '2016年12月09日', '2016-12-09T00:00:00.000000'],
    ['with letters that are no token', 'YYYYMMDDTHHmmssZ', '20161209T011605Z', '2016-12-09T01:16:05.000000'],
  ])('%s', (_, format, text, expected) => {
    expect(outcome([format], text)).toBe(expected);
  });
});

describe('a time is refused', () => {
  test.each([
    ['on the 31st of February', 'D/M/YYYY', '31/02/2016', 'out-of-range'],
    ['on a leap day of a common year', 'iso', '1900-02-29', 'out-of-range'],
    ['in month 13', 'D/M/YYYY', '12/13/2016', 'out-of-range'],
    ['in the year 0', 'iso', '0000-12-31', 'out-of-range'],
    ['behind 24:00', 'iso', '2020-01-01T24:01', 'out-of-range'],
    ['at minute 60', 'iso', '2020-01-01T12:60', 'out-of-range'],
    ['at second 61', 'iso', '2020-01-01T12:00:61', 'out-of-range'],
    ['at hour 13 of twelve', 'M/D/YYYY h:mm A', '1/1/2020 13:00 PM', 'out-of-range'],
    ['at hour 0 of twelve', 'M/D/YYYY h:mm A', '1/1/2020 0:00 AM', 'out-of-range'],
    ['with an offset of 19 hours', 'iso', '2020-01-01T12:00+19:00', 'out-of-range'],
    ['with an offset of 60 minutes', 'iso', '2020-01-01T12:00-05:60', 'out-of-range'],
    ['as seconds behind the year 9999', 'epoch-s', '1577934245678', 'out-of-range'],
    ['with text behind it', 'iso', '2020-01-01T12:00Zulu', 'unreadable'],
    ['with a fraction of no digits', 'iso', '2020-01-01T12:00:00.', 'unreadable'],
    ['with a year of two digits', 'D/M/YYYY', '1/1/20', 'unreadable'],
    ['with one digit where two are asked for', 'DD/MM/YYYY', '1/12/2020', 'unreadable'],
    ['with a word for a month that is none', 'D MMM YYYY', '1 Abr 2020', 'unreadable'],
    ['with the short form of a month where the long one is asked for', 'D. MMMM YYYY', '1. Sept 2020', 'unreadable'],
    ['with two dots behind a month', 'D. MMM YYYY', '1. Sept.. 2020', 'unreadable'],
    ['with the long form of a month behind the short one', 'D MMM YYYY', '1 June 2020', 'unreadable'],
    ['shortened by a spreadsheet', 'epoch-ms', '1.57793E+12', 'unreadable'],
    ['as text', 'iso', 'yesterday', 'unreadable'],
    ['cut short', 'iso', '2020-01-0', 'unreadable'],
    ['of another width than its pattern', 'YYYY-MM-DD HH:mm', '2020-01-01 12:00:30', 'unreadable'],
    ['with another mark than its pattern', 'YYYY-MM-DD HH:mm', '2020-01-01 12.00', 'unreadable'],
    ['with a letter for a digit', 'YYYY-MM-DD HH:mm', '2020-01-O1 12:00', 'unreadable'],
  ])('%s', (_, format, text, expected) => {
    expect(outcome([format], text)).toBe(expected);
  });

  test.each([
    ['of days only', 'DD', 'has no year'],
    ['with a year of one letter', 'Y-MM-DD', 'holds Y'],
    ['of another language', '%Y-%m-%d', 'holds Y'],
    ['of Java', 'yyyy-MM-dd', 'no year'],
    ['with the month for the minute', 'YYYY-MM-DD HH:MM', 'month twice'],
    ['with an hour of twelve alone', 'YYYY-MM-DD hh:mm', 'belong together'],
    ['with a fraction and no second', 'YYYY-MM-DD HH:mm:SS', 'it has a fraction (S) and no second'],
  ])('a pattern %s is refused', (_, format, why) => {
    expect(() => timeFormat(format)).toThrow(why);
  });

  test('a zone that is none is refused with the nearest one', () => {
    expect(() => new Zone('Europe/Berln')).toThrow('Did you mean Europe/Berlin?');
  });
});

test.each([
  ['the first one that fits', ['D/M/YYYY', 'M/D/YYYY'], '3/4/2020', '2020-04-03T00:00:00.000000'],
  [
    'a later one where the day does not exist in the first',
    ['D/M/YYYY', 'M/D/YYYY'],
    '4/13/2020',
    '2020-04-13T00:00:00.000000',
  ],
  ['out of range, if one of them fits but for that', ['epoch-s', 'D/M/YYYY'], '31/2/2020', 'out-of-range'],
])('several formats give %s', (_, formats, text, expected) => {
  expect(outcome(formats, text)).toBe(expected);
});

test.each([
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000000 gap'],
  ['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000000'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000000'],
  ['Europe/Berlin', '2025-10-26T02:30', '2025-10-26T00:30:00.000000 overlap'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000000 gap'],
  ['America/St_Johns', '2026-11-01T01:30', '2026-11-01T04:00:00.000000 overlap'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000000 gap'],
  ['America/Sao_Paulo', '2018-11-04T00:30', '2018-11-04T03:30:00.000000 gap'],
  ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30:00.000000 overlap'],
  ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00.000000'],
  ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000000'],
])('a clock in %s that shows %s gives %s', (zone, text, expected) => {
  expect(outcome(['iso'], text, zone)).toBe(expected);
  expect(outcome(['iso'], `${text}Z`, zone)).not.toContain('gap');
});

test.each<[string, DayMeans, string, string, string, string]>([
  ['its first moment', 'its-first-moment', 'iso', '2026-03-05', 'Europe/Berlin', '2026-03-04T23:00:00.000000'],
  ['its last moment', 'its-last-moment', 'iso', '2026-03-05', 'Europe/Berlin', '2026-03-05T22:59:59.999999'],
  [
    'the last moment of a day of a pattern',
    'its-last-moment',
    'D.M.YYYY',
    '5.3.2026',
    'UTC',
    '2026-03-05T23:59:59.999999',
  ],
  [
    'the last moment of a day of 23 hours',
    'its-last-moment',
    'iso',
    '2026-03-29',
    'Europe/Berlin',
    '2026-03-29T21:59:59.999999',
  ],
  [
    'the moment before a midnight that is skipped',
    'its-last-moment',
    'iso',
    '2018-11-03',
    'America/Sao_Paulo',
    '2018-11-04T02:59:59.999999',
  ],
  ['the end of a year', 'its-last-moment', 'iso', '2025-12-31', 'UTC', '2025-12-31T23:59:59.999999'],
  [
    'its end on the clocks beside it',
    'its-last-moment',
    'YYYY-MM-DD Z',
    '2026-03-05 +05:00',
    'UTC',
    '2026-03-05T18:59:59.999999',
  ],
  ['no end where a time is told', 'its-last-moment', 'iso', '2026-03-05T00:00', 'UTC', '2026-03-05T00:00:00.000000'],
  ['no end of a count', 'its-last-moment', 'epoch-s', '0', 'UTC', '1970-01-01T00:00:00.000000'],
  ['its end where times stand for days', 'whole', 'iso', '2026-03-05T00:00', 'UTC', '2026-03-05T23:59:59.999999'],
  ['the end of the day of a zone', 'whole', 'iso', '2026-03-05T23:00Z', 'Europe/Berlin', '2026-03-06T22:59:59.999999'],
  [
    'its end where times and days are mixed',
    'whole',
    'iso',
    '2026-03-05',
    'Europe/Berlin',
    '2026-03-05T22:59:59.999999',
  ],
])('a day means %s', (_, days, format, text, zone, expected) => {
  expect(outcome([format], text, zone, days)).toBe(expected);
});

test('a day that the row before had too means the same', () => {
  const reader = new TimeReader([timeFormat('iso')], new Zone('UTC'), 'whole');
  const bytes = Buffer.from('2026-03-05T10:00');
  const read = (): number[] => [reader.read(bytes, 0, bytes.length) === 'read' ? reader.seconds : 0, reader.micros];
  expect(read()).toEqual(read());
});

test('an instant written with any offset is the same instant', () => {
  const instants = fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: -12 * 60, max: 14 * 60 }), (instant, ahead) => {
      const wall = new Date(instant.getTime() + ahead * 60_000).toISOString().slice(0, -1);
      const sign = ahead < 0 ? '-' : '+';
      const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
      const text = `${wall}${sign}${two(ahead / 60)}:${two(ahead % 60)}`;
      expect(outcome(['iso'], text)).toBe(`${instant.toISOString().slice(0, -1)}000`);
    }),
    { numRuns: 10_000 },
  );
});

/** The instant in UTC to the microsecond, with what the clocks did; or why there is none. */
const outcome = (formats: readonly string[], text: string, zone = 'UTC', days?: DayMeans): string => {
  const reader = new TimeReader(formats.map(timeFormat), new Zone(zone), days);
  const bytes = Buffer.from(`,${text},`);
  const found = reader.read(bytes, 1, bytes.length - 1);
  if (found !== 'read') return found;
  const seconds = new Date(reader.seconds * 1000).toISOString().slice(0, 19);
  const clock = reader.clock === 'exact' ? '' : ` ${reader.clock}`;
  return `${seconds}.${String(reader.micros).padStart(6, '0')}${clock}`;
};
