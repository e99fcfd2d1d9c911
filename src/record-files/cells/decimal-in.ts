import { type AmountForm, readDecimal } from '#model/amount.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cell.ts';

type Read = { readonly decimal: Decimal; readonly currency: string } | { readonly expected: string | undefined };

/** Digits that a spreadsheet keeps of a number; what it shows behind them is the dust of binary fractions. */
const kept = 15;

/**
 * The decimal number in a cell, exactly as it is written or shown: `£1,029.78`, `(12)`, `12 %`, or a number of a workbook.
 *
 * `expected` says what would have been right, where there is more to say than "a number". Without a known sign before the
 * decimals, 1.234 is nothing that anybody could be sure of.
 */
export const decimalIn = (cell: Cell, form: AmountForm = { decimal: '.' }): Read => {
  if (cell.is === 'number') return cell.day === undefined ? ofNumber(cell.text, cell.places) : { expected: undefined };
  if (cell.is !== 'text') return { expected: undefined };
  const [, percent] = /^(.*?)\s*%$/su.exec(cell.text.trim()) ?? [];
  const read = readDecimal(percent ?? cell.text, form);
  if (read === 'ambiguous')
    return { expected: 'a number of which is known whether a point or a comma stands before its decimals' };
  if (typeof read === 'string') return { expected: undefined };
  return percent === undefined ? read : ofNumber(`${read.decimal}e-2`, undefined);
};

const ofNumber = (text: string, places = 0): Read => {
  const digits = text.replace(/^-?[0.]*/u, '').replace('.', '').length;
  const rounded = /e/iu.test(text) || digits > kept ? exponential(text) : text;
  const read = readDecimal(rounded, { decimal: '.' });
  if (typeof read === 'string') return { expected: undefined };
  const [whole = '', part = ''] = read.decimal.split('.');
  const shown = part.replace(/0+$/u, '').padEnd(places, '0');
  return { decimal: shown === '' ? whole : `${whole}.${shown}`, currency: '' };
};

const exponential = (text: string): string => Number(text).toExponential(kept - 1);
