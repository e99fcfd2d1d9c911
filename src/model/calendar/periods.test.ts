import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awkwardInstants, zones } from './fixtures/calendar.ts';
import { type PeriodKind, periodsBetween } from './periods.ts';

type Case = [name: string, kind: PeriodKind, from: string, until: string, fiscalStart: number, keys: string];
const cases: Case[] = [
  ['months', 'month', '2024-12-15', '2025-02-02', 1, '2024-12 2025-01 2025-02'],
  ['months of the calendar in any fiscal year', 'month', '2025-03-15', '2025-04-02', 4, '2025-03 2025-04'],
  ['quarters', 'quarter', '2024-12-15', '2025-07-02', 1, '2024-Q4 2025-Q1 2025-Q2 2025-Q3'],
  ['quarters of a year from April', 'quarter', '2025-01-15', '2025-07-02', 4, 'FY2025-Q4 FY2026-Q1 FY2026-Q2'],
  ['quarters of a year from October', 'quarter', '2025-09-15', '2025-10-02', 10, 'FY2025-Q4 FY2026-Q1'],
  ['quarters of a year from February', 'quarter', '2025-01-15', '2025-05-02', 2, 'FY2025-Q4 FY2026-Q1 FY2026-Q2'],
  ['halves', 'half', '2025-06-30', '2025-07-02', 1, '2025-H1 2025-H2'],
  ['halves of a year from July', 'half', '2025-06-30', '2026-01-02', 7, 'FY2025-H2 FY2026-H1 FY2026-H2'],
  ['years', 'year', '2024-12-31', '2025-01-02', 1, '2024 2025'],
  ['years from April', 'year', '2025-03-31', '2025-04-02', 4, 'FY2025 FY2026'],
  ['years from December', 'year', '2025-11-30', '2025-12-02', 12, 'FY2025 FY2026'],
  ['weeks of a year that begins on a Wednesday', 'week', '2024-12-29', '2025-01-07', 1, '2024-W52 2025-W01 2025-W02'],
  ['a week 53', 'week', '2020-12-27', '2021-01-05', 1, '2020-W52 2020-W53 2021-W01'],
  ['no period that ends as the window opens', 'month', '2025-02-01', '2025-02-02', 1, '2025-02'],
  ['no period that begins as the window closes', 'month', '2025-01-15', '2025-02-01', 1, '2025-01'],
  ['nothing in an empty window', 'month', '2025-02-01', '2025-02-01', 1, ''],
  ['nothing backwards', 'month', '2025-03-01', '2025-01-01', 1, ''],
  ['the first year', 'year', '0001-01-01', '0001-01-02', 1, '0001'],
  ['the last years', 'quarter', '9999-09-30', '9999-12-31', 1, '9999-Q3 9999-Q4'],
];

test.each(cases)('a window has %s', (_, kind, from, until, fiscalStart, keys) => {
  const periods = periodsBetween(kind, `${from}T00:00:00Z`, `${until}T00:00:00Z`, 'UTC', fiscalStart);
  expect(periods.map(({ key }) => key).join(' ')).toBe(keys);
});

test.each([
  [
    'in the zone',
    'quarter',
    'Europe/Berlin',
    '2025-02-01',
    '2025-01-01',
    '2024-12-31T23:00:00.000Z',
    '2025-03-31T22:00:00.000Z',
  ],
  [
    'by the time after a change',
    'month',
    'America/New_York',
    '2025-11-15',
    '',
    '2025-11-01T04:00:00.000Z',
    '2025-12-01T05:00:00.000Z',
  ],
  [
    'at the quarter',
    'month',
    'Asia/Kathmandu',
    '2025-02-15',
    '',
    '2025-01-31T18:15:00.000Z',
    '2025-02-28T18:15:00.000Z',
  ],
  [
    'after a midnight that was skipped',
    'month',
    'Asia/Kathmandu',
    '1986-01-15',
    '',
    '1985-12-31T18:30:00.000Z',
    '1986-01-31T18:15:00.000Z',
  ],
  ['on a Monday', 'week', 'Pacific/Chatham', '2025-04-02', '', '2025-03-30T10:15:00.000Z', '2025-04-06T11:15:00.000Z'],
] as const)('a period begins and ends %s', (_, kind, zone, day, __, from, until) => {
  const [period] = periodsBetween(kind, `${day}T12:00:00Z`, `${day}T13:00:00Z`, zone);
  expect({ from: period?.from, until: period?.until }).toEqual({ from, until });
});

test('an instant that reads as the day before, after clocks fell back across midnight, stays in the month begun', () => {
  const [period, ...others] = periodsBetween(
    'month',
    '2009-11-01T02:40:00Z',
    '2009-11-01T02:50:00Z',
    'America/St_Johns',
  );
  expect([period?.key, period?.from, others]).toEqual(['2009-11', '2009-11-01T02:30:00.000Z', []]);
});

test.each([
  ['a month there is not', '2025-01-01T00:00:00Z', 13],
  ['a month 0', '2025-01-01T00:00:00Z', 0],
  ['part of a month', '2025-01-01T00:00:00Z', 1.5],
  ['no instant', 'soon', 1],
])('periods refuse %s', (_, from, fiscalStart) => {
  expect(() => periodsBetween('month', from, '2026-01-01T00:00:00Z', 'UTC', fiscalStart)).toThrow(RangeError);
});

test('periods follow one another without a gap, hold the whole window and have names of their own', () => {
  const kinds = fc.constantFrom<PeriodKind>('week', 'month', 'quarter', 'half', 'year');
  const instant = fc
    .tuple(fc.constantFrom(...awkwardInstants), fc.integer({ min: -1000, max: 1000 }))
    .map(([ms, hours]) => ms + hours * 3_600_000);
  const days = fc.integer({ min: 1, max: 900 });
  fc.assert(
    fc.property(
      kinds,
      fc.constantFrom(...zones),
      instant,
      days,
      fc.integer({ min: 1, max: 12 }),
      (kind, zone, start, length, fiscal) => {
        const from = new Date(start).toISOString();
        const until = new Date(start + length * 86_400_000).toISOString();
        const periods = periodsBetween(kind, from, until, zone, fiscal);
        expect(periods[0]?.from && periods[0].from <= from).toBe(true);
        expect((periods[0]?.until ?? '') > from).toBe(true);
        expect((periods.at(-1)?.from ?? '') < until).toBe(true);
        expect((periods.at(-1)?.until ?? '') >= until).toBe(true);
        expect(periods.slice(1).map((period) => period.from)).toEqual(
          periods.slice(0, -1).map((period) => period.until),
        );
        expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
      },
    ),
    { numRuns: 200 },
  );
});
