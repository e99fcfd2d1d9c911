import { expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { type DayOrder, type Stated, statedAmount, statedDay } from './stated.ts';

const text = (written: string): Cell => ({ is: 'text', text: written });

const shown = (stated: Stated<string>): string =>
  'value' in stated ? `${stated.is === 'range' ? 'about ' : ''}${stated.value}` : stated.is;

test.each([
  ['digits', '15.297000', '15.297000'],
  ['a currency and thousands', '£1,029.78', '1029.78'],
  ['brackets for what is lost', '(12)', '-12'],
  ['a minus', '-31', '-31'],
  ['a nought', '0', '0'],
  ['a range by its middle', 'Low: 223.86, Mid: 248.73, High: 261.17', 'about 248.73'],
  ['a range with thousands', 'Mid: 11,203.00, High: 14,027.18', 'about 11203.00'],
  ['a range of noughts', 'Low: 0.00, Mid: 0.00, High: 0.00', 'about 0.00'],
  ['a range without a middle as unreadable', 'Low: 1.00, High: 2.00', 'unreadable'],
  ['nothing as absent', '  ', 'absent'],
  ['NA as absent', 'NA', 'absent'],
  ['a dash as absent', '-', 'absent'],
  ['words for absent', 'Not Available', 'absent'],
  ['data that are not there as absent', 'Data not provided', 'absent'],
  ['not yet as absent', 'Early planning GMPP project \r\n\r\n(not passed SOC)', 'absent'],
  ['not in a position as absent', 'ARMP adjustments - Project not yet in a position to give cost/schedule', 'absent'],
  ['an exemption', 'Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial Interests)', 'exempt'],
  ['an exemption by its section alone', 'Section 24 - National security, Section 26 - Defence', 'exempt'],
  ['a percentage as unreadable', '51%', 'unreadable'],
  ['a power of ten as unreadable', '1e3', 'unreadable'],
  ['a power of ten in a currency as unreadable', '€1.2E-05', 'unreadable'],
  ['a word as unreadable', 'about 12', 'unreadable'],
  ['a word that begins like none as unreadable', 'nasty', 'unreadable'],
])('an amount is stated with %s', (_, written, expected) => {
  expect(shown(statedAmount(text(written)))).toBe(expected);
});

test('a power of ten is an amount in a number of a workbook, and where the format of the file has it', () => {
  expect(statedAmount({ is: 'number', text: '1E3' })).toEqual({ is: 'value', value: '1000' });
  expect(statedAmount(text('1E3'), { decimal: '.', powersOfTen: true })).toEqual({ is: 'value', value: '1000' });
});

test('a comma before decimals is read where it is declared', () => {
  expect(statedAmount(text('1.029,78'), { decimal: ',' })).toEqual({ is: 'value', value: '1029.78' });
});

test.each<[string, DayOrder, string, string]>([
  ['its year first', 'month-first', '2012-09-30', '2012-09-30'],
  ['a time behind it', 'day-first', '2025-02-28 00:00:00', '2025-02-28'],
  ['the month first', 'month-first', '06/29/2009', '2009-06-29'],
  ['the day first', 'day-first', '05/04/2025', '2025-04-05'],
  ['no month 13', 'month-first', '13/01/2012', 'unreadable'],
  ['no 30 February', 'month-first', '02/30/2012', 'unreadable'],
  ['a range by its middle', 'day-first', 'Low: 31/03/2025, Mid: 30/04/2025, High: 31/05/2025', 'about 2025-04-30'],
  ['no word', 'day-first', 'No', 'unreadable'],
  ['an exemption', 'day-first', 'Section 24 - National security', 'exempt'],
  ['nothing', 'day-first', '', 'absent'],
])('a day is stated with %s', (_, order, written, expected) => {
  expect(shown(statedDay(text(written), order))).toBe(expected);
});

test('a day of a workbook is a day, and a number is none', () => {
  expect(statedDay({ is: 'number', text: '46112', day: '2026-03-31' }, 'day-first')).toEqual({
    is: 'value',
    value: '2026-03-31',
  });
  expect(statedDay({ is: 'number', text: '46112' }, 'day-first')).toEqual({ is: 'unreadable', text: 'number' });
});
