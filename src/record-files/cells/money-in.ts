import { type AmountForm, currencyOf, readDecimal } from '#model/amount.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cell.ts';
import { decimalIn } from './decimal-in.ts';

/**
 * What a cell says in a column of money: an amount, or why it is none there.
 *
 * `foreign` is an amount that is written in another currency than the one it would be taken in, with what stands beside it:
 * it is no mistake of its digits, so sums of the file can count it in its own unit.
 */
export type MoneyIn =
  | { readonly decimal: Decimal }
  | { readonly expected: string; readonly foreign?: { readonly amount: Decimal; readonly unit: string } | undefined };

/** How amounts of money are written; `powersOfTen` where the format of the file has them, as that of cloud bills does. */
export type MoneyForm = AmountForm & { readonly powersOfTen?: boolean };

/**
 * Reads money, in the currency that `form` names where it names one; a share of hundred is none. Nor is a text like `1e3`: nobody
 * writes money so, but codes of cost centres look like it, and a number of which a program has cut digits.
 */
export const moneyIn = (cell: Cell, form: MoneyForm): MoneyIn => {
  const beside = besideOf(cell);
  if (beside === '%') return { expected: 'an amount of money, and no share of hundred' };
  if (cell.is === 'text' && !form.powersOfTen && powerOfTen.test(cell.text))
    return { expected: 'an amount of money with all its digits, and no power of ten' };
  const read = decimalIn(cell, form);
  if ('expected' in read && read.expected !== undefined) return { expected: read.expected };
  const { currency } = form;
  const isForeign =
    currency !== undefined &&
    beside !== '' &&
    readDecimal(`${beside} 1`, { decimal: '.', currency }) === 'other-currency';
  if (isForeign) {
    const own = decimalIn(cell, { decimal: form.decimal });
    return {
      expected: `an amount in ${currency === '' ? 'the currency that stands beside it' : currency}, or the number alone`,
      foreign: 'decimal' in own ? { amount: own.decimal, unit: beside } : undefined,
    };
  }
  return 'decimal' in read ? { decimal: read.decimal } : { expected: 'a number' };
};

const powerOfTen = /\de[+-]?\d/iu;

/** What is written beside the number of a cell, or shown there by its format: a currency or `%`; empty where nothing is. */
const besideOf = (cell: Cell): string => {
  if (cell.is === 'number') return cell.beside ?? '';
  if (cell.is !== 'text') return '';
  return /%\s*$/u.test(cell.text) ? '%' : currencyOf(cell.text);
};

/** What a rejected row states of an amount, for the sum that it is missing from; in its own unit where it names another. */
export const lostAmount = (
  cell: Cell | undefined,
  form: MoneyForm & { readonly currency: string },
): { readonly amount: Decimal | undefined; readonly unit: string } => {
  const read = cell && moneyIn(cell, form);
  if (!read) return { amount: undefined, unit: form.currency };
  return 'decimal' in read
    ? { amount: read.decimal, unit: form.currency }
    : { amount: read.foreign?.amount, unit: read.foreign?.unit ?? form.currency };
};
