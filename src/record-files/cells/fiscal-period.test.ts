import { expect, test } from 'vitest';
import { fiscalPeriod } from './fiscal-period.ts';

const uk = { fiscalYearStart: 4, called: 'by-end' } as const;
const us = { fiscalYearStart: 10, called: 'by-end' } as const;
const plain = { fiscalYearStart: 1, called: 'by-end' } as const;

test.each([
  ['two years', 'FY2023/24', uk, 'fy-2023-24 2023-04-01 2024-04-01'],
  ['two years in full', '2023-2024', uk, 'fy-2023-24 2023-04-01 2024-04-01'],
  ['two years with a dash', '2023–24', uk, 'fy-2023-24 2023-04-01 2024-04-01'],
  ['one year, by its end', 'FY24', us, 'fy-2023-24 2023-10-01 2024-10-01'],
  ['one year, by its start', 'FY 2023', { ...us, called: 'by-start' as const }, 'fy-2023-24 2023-10-01 2024-10-01'],
  ['a year that is one of the calendar', '2024', plain, 'fy-2024 2024-01-01 2025-01-01'],
  ['a quarter in front', 'Q1 FY2024', us, 'fy-2023-24-q1 2023-10-01 2024-01-01'],
  ['a quarter behind', '2023/24 q4', uk, 'fy-2023-24-q4 2024-01-01 2024-04-01'],
  ['a half', '2024-H2', plain, 'fy-2024-h2 2024-07-01 2025-01-01'],
  ['a key that was made of one', 'fy-2023-24', uk, 'fy-2023-24 2023-04-01 2024-04-01'],
  ['the turn of a century', '1999/00', uk, 'fy-1999-00 1999-04-01 2000-04-01'],
  ['no years that do not follow each other', '2023/25', uk, undefined],
  ['no fifth quarter', '2024 Q5', plain, undefined],
  ['no third half', '2024 H3', plain, undefined],
  ['no word', 'Total', uk, undefined],
])('a fiscal period is read as %s', (_, text, calendar, expected) => {
  const found = fiscalPeriod(text, calendar);
  expect(found && `${found.key} ${found.from} ${found.to}`).toBe(expected);
});
