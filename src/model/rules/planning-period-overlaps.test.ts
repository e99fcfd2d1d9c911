import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { planningPeriodOverlaps } from './planning-period-overlaps.ts';

const read = (text: string) => {
  const [key = '', kind, from = '', to = ''] = text.split(' ');
  return { key, kind: kind === 'year' ? ('year' as const) : ('quarter' as const), from, to };
};

test.each([
  ['not one after the other', 'a quarter 2026-01-01 2026-04-01; b quarter 2026-04-01 2026-07-01', []],
  ['not of two kinds', 'a quarter 2026-01-01 2026-04-01; b year 2026-01-01 2027-01-01', []],
  [
    'by a day',
    'a quarter 2026-01-01 2026-04-02; b quarter 2026-04-01 2026-07-01',
    [
      'planning-period b from: from 2026-04-01 to 2026-07-01 → a quarter that shares no day with a, which is from 2026-01-01 to 2026-04-02',
    ],
  ],
])('planning periods overlap: %s', (_, periods, expected) => {
  expect(told(planningPeriodOverlaps, { planningPeriods: periods.split('; ').map(read) })).toEqual(expected);
});
