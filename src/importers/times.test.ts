import { expect, test } from 'vitest';
import { read as readCsv } from './csv/fixtures/try-log.ts';
import type { Outcome } from './reading/fixtures/try-file.ts';
import { did, log, mapping, read as readXes, trace } from './xes/fixtures/try-xes.ts';

/** The same event as a line of CSV and as XES, under the same names. */
const formats: readonly (readonly [string, (time: string, zone: string) => Promise<Outcome>])[] = [
  ['CSV', (time, zone) => readCsv(`case:concept:name,time:timestamp,concept:name\nA,"${time}",go\n`, inZone(zone))],
  ['XES', (time, zone) => readXes(log(trace('A', did('go', time))), inZone(zone))],
];

const inZone = (zone: string) => mapping({ time: { formats: ['iso'], zone } });

/** The instant in microseconds since 1970, what was wondered about, or why it was refused. */
const said = ({ rows, rejects, result }: Outcome): string =>
  [rows[0]?.[1] ?? rejects[0]?.code, ...result.warnings.map(({ code }) => code)].join(' ');

const micros = (iso: string): string => `${BigInt(Date.parse(iso)) * 1000n}`;

test.each(
  [
    ['with Z', '2026-01-02T03:04:05Z', 'Europe/Berlin', micros('2026-01-02T03:04:05Z')],
    ['with an offset', '2026-01-02T03:04:05.250+05:30', 'UTC', micros('2026-01-01T21:34:05.250Z')],
    ['with an offset without a colon', '2026-01-02T03:04:05+0530', 'UTC', micros('2026-01-01T21:34:05Z')],
    ['with a blank', '2026-01-02 03:04:05', 'UTC', micros('2026-01-02T03:04:05Z')],
    ['without seconds', '2026-01-02T03:04', 'UTC', micros('2026-01-02T03:04:00Z')],
    ['without a time of day', '2026-01-02', 'Europe/Berlin', micros('2026-01-01T23:00:00Z')],
    ['without a zone, in winter', '2026-01-02T03:04:05', 'Europe/Berlin', micros('2026-01-02T02:04:05Z')],
    ['without a zone, in summer', '2026-07-02T03:04:05', 'Europe/Berlin', micros('2026-07-02T01:04:05Z')],
    ['of one digit of a second', '2026-01-02T03:04:05.5Z', 'UTC', micros('2026-01-02T03:04:05.500Z')],
    ['of six', '2026-01-02T03:04:05.123456Z', 'UTC', '1767323045123456'],
    ['of nine, the last of them cut off', '2026-01-02T03:04:05.123456999Z', 'UTC', '1767323045123456'],
    ['of fifteen', '2026-01-02T03:04:05.123456999999999Z', 'UTC', '1767323045123456'],
    [
      'that the clocks of Berlin skipped',
      '2026-03-29T02:30:00',
      'Europe/Berlin',
      `${micros('2026-03-29T01:30:00Z')} time-gap`,
    ],
    [
      'that the clocks of Berlin showed twice',
      '2026-10-25T02:30:00',
      'Europe/Berlin',
      `${micros('2026-10-25T00:30:00Z')} time-overlap`,
    ],
    [
      'that the clocks of New York skipped',
      '2026-03-08T02:30:00',
      'America/New_York',
      `${micros('2026-03-08T07:30:00Z')} time-gap`,
    ],
    [
      'that the clocks of New York showed twice',
      '2026-11-01T01:30:00',
      'America/New_York',
      `${micros('2026-11-01T05:30:00Z')} time-overlap`,
    ],
    [
      'that the clocks of Lord Howe skipped, half an hour',
      '2026-10-04T02:15:00',
      'Australia/Lord_Howe',
      `${micros('2026-10-03T15:45:00Z')} time-gap`,
    ],
    [
      'that the clocks of Lord Howe showed twice',
      '2026-04-05T01:45:00',
      'Australia/Lord_Howe',
      `${micros('2026-04-04T14:45:00Z')} time-overlap`,
    ],
    [
      'that the clocks of Chatham skipped',
      '2026-09-27T03:00:00',
      'Pacific/Chatham',
      `${micros('2026-09-26T14:15:00Z')} time-gap`,
    ],
    [
      'that the clocks of Santiago showed twice',
      '2026-04-04T23:30:00',
      'America/Santiago',
      `${micros('2026-04-05T02:30:00Z')} time-overlap`,
    ],
    ['of a day that Apia skipped', '2011-12-30T12:00:00', 'Pacific/Apia', `${micros('2011-12-30T22:00:00Z')} time-gap`],
    ['in a gap, but with an offset', '2026-03-29T02:30:00+01:00', 'Europe/Berlin', micros('2026-03-29T01:30:00Z')],
    ['of the earliest zone', '2026-01-02T03:00:00+14:00', 'UTC', micros('2026-01-01T13:00:00Z')],
    ['of the latest zone', '2026-01-02T03:00:00-12:00', 'UTC', micros('2026-01-02T15:00:00Z')],
    ['on the clocks of the earliest zone', '2026-01-02T03:00:00', 'Pacific/Kiritimati', micros('2026-01-01T13:00:00Z')],
    ['with an offset that there is not', '2026-01-02T03:00:00+25:00', 'UTC', 'time-out-of-range'],
    ['of a leap second', '2016-12-31T23:59:60Z', 'UTC', micros('2017-01-01T00:00:00Z')],
    ['of a second later', '2016-12-31T23:59:61Z', 'UTC', 'time-out-of-range'],
    ['at the end of a day', '2026-01-02T24:00:00Z', 'UTC', micros('2026-01-03T00:00:00Z')],
    ['behind the end of a day', '2026-01-02T24:00:01Z', 'UTC', 'time-out-of-range'],
    ['where counting begins', '1970-01-01T00:00:00Z', 'UTC', '0'],
    ['a moment before', '1969-12-31T23:59:59.999999Z', 'UTC', '-1'],
    ['of the last year', '9999-12-31T23:59:59.999999Z', 'UTC', '253402300799999999'],
    ['of the first year', '0001-01-01T00:00:00Z', 'UTC', '-62135596800000000'],
    ['of no year', '0000-12-31T00:00:00Z', 'UTC', 'time-out-of-range'],
    ['of a year of five digits', '10000-01-01T00:00:00Z', 'UTC', 'time-unreadable'],
    ['of a leap day', '2024-02-29T00:00:00Z', 'UTC', micros('2024-02-29T00:00:00Z')],
    ['of a leap day that was none', '2023-02-29T00:00:00Z', 'UTC', 'time-out-of-range'],
    ['of a leap day of a century', '1900-02-29T00:00:00Z', 'UTC', 'time-out-of-range'],
    ['of a week', '2026-W53-1', 'UTC', 'time-unreadable'],
  ].flatMap(([what = '', time = '', zone = '', expected = '']) =>
    formats.map(([format, read]) => ({ format, what, time, zone, expected, read })),
  ),
)('$format reads a time $what ($time, $zone)', async ({ time, zone, expected, read }) => {
  expect(said(await read(time, zone))).toBe(expected);
});
