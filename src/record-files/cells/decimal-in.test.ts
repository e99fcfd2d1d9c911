import { expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { decimalIn } from './decimal-in.ts';

const number = (text: string, places?: number): Cell => ({ is: 'number', text, places });
const text = (written: string): Cell => ({ is: 'text', text: written });

test.each<[string, Cell, string | undefined]>([
  ['a number with the places that its format shows', number('120000', 2), '120000.00'],
  ['a number with more places than its format shows', number('1029.785', 2), '1029.785'],
  ['no dust of binary fractions', number('0.30000000000000004'), '0.3'],
  ['no dust behind many digits', number('1029.7799999999999', 2), '1029.78'],
  ['a power of ten', number('1.2E-3'), '0.0012'],
  ['a text with thousands', text('£1,029.78'), '1029.78'],
  ['a text in brackets', text('(12)'), '-12'],
  ['hundredths', text('12.5 %'), '0.125'],
  ['no day', { is: 'number', text: '46112', day: '2026-03-31' }, undefined],
  ['no word', text('Exempt'), undefined],
  ['no yes', { is: 'yes-no', yes: true }, undefined],
])('a decimal in a cell is %s', (_, cell, decimal) => {
  const read = decimalIn(cell);
  expect('decimal' in read ? read.decimal : undefined).toBe(decimal);
});

test('without a known sign a number with one point is told to be unsure', () => {
  expect(decimalIn(text('1.234'), {})).toEqual({
    expected: 'a number of which is known whether a point or a comma stands before its decimals',
  });
});
