import { expect, test } from 'vitest';
import { fiscalYearOf, fiscalYears } from './fiscal-year.ts';

test.each([
  ['2026-01-01', 1, '2026', '2026-01-01', '2027-01-01'],
  ['2026-12-31', 1, '2026', '2026-01-01', '2027-01-01'],
  ['2026-03-31', 4, 'FY2026', '2025-04-01', '2026-04-01'],
  ['2026-04-01', 4, 'FY2027', '2026-04-01', '2027-04-01'],
])('%s lies, where years begin in month %i, in %s', (day, startsIn, year, from, to) => {
  expect(fiscalYearOf(day, startsIn)).toEqual({ year, from, to });
});

test.each([
  ['2026-05-01', '2026-06-01', 1, ['2026']],
  ['2026-05-01', '2029-01-01', 1, ['2026', '2027', '2028', '2029']],
  ['2026-03-31', '2027-03-31', 4, ['FY2026', 'FY2027']],
])('from %s to %s there is no year left out', (first, last, startsIn, years) => {
  expect(fiscalYears(first, last, startsIn).map(({ year }) => year)).toEqual(years);
});
