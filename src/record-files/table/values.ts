import type { AmountForm } from '#model/amount.ts';
import { productOf } from '#model/decimal.ts';
import { slugOf } from '#model/key.ts';
import { type Cell, isBlank, shownAmount, shownCell } from '../cells/cell.ts';
import { decimalIn } from '../cells/decimal-in.ts';
import { fiscalPeriod } from '../cells/fiscal-period.ts';
import { moneyIn } from '../cells/money-in.ts';
import { valueIn } from '../columns/cell-value.ts';
import type { Column } from '../columns/column.ts';
import type { Line } from './grid.ts';
import type { From, TableMapping } from './mapping.ts';

/** What a line says of a field: nothing, that it is kept back, a value, or something that cannot be read. */
export type Said =
  | { readonly is: 'nothing' }
  | { readonly is: 'exempt' }
  | { readonly is: 'value'; readonly value: unknown }
  | {
      readonly is: 'wrong';
      readonly head: string;
      readonly found: string;
      readonly expected: string;
      /** The amount all the same, where it is refused for its currency alone. */
      readonly foreign?: { readonly amount: string; readonly unit: string } | undefined;
    };

export type Form = TableMapping['file'] & { readonly fiscalYearStart: number };
export type InMoney = { readonly currency: string };

const nothing: Said = { is: 'nothing' };

/**
 * The value of a field in a line, as its column of the record holds it. Keys of other records are made of what is called.
 *
 * Of an amount of money `money` says in which currency it would be taken; what is written in another is refused.
 */
export const saidOf = (line: Line, from: From, column: Column, form: Form, money?: InMoney): Said => {
  if (typeof from === 'object' && 'is' in from) return { is: 'value', value: from.is };
  const asked = typeof from === 'string' ? { column: from } : from;
  const cell = line.cell(asked.column);
  if (!cell || isBlank(cell)) return nothing;
  const text = cell.is === 'text' ? cell.text.trim() : shownCell(cell);
  if (asked.values !== undefined || asked.otherwise !== undefined) return mapped(text, asked);
  if (cell.is === 'text' && matches(text, form.exempt)) return { is: 'exempt' };
  if (cell.is === 'text' && matches(text, form.nothing)) return nothing;
  const read = readAs(cell, text, column, form, { times: asked.times, money });
  return 'value' in read
    ? { is: 'value', value: read.value }
    : { is: 'wrong', head: asked.column, found: shownAmount(cell), expected: read.expected, foreign: read.foreign };
};

type Asked = Exclude<From, string | { readonly is: unknown }>;

const mapped = (text: string, { column, values = {}, otherwise }: Asked): Said => {
  const known = Object.entries(values).find(([word]) => word.trim().toLowerCase() === text.toLowerCase());
  if (known) return known[1] === null ? nothing : { is: 'value', value: known[1] };
  if (otherwise !== undefined) return { is: 'value', value: otherwise };
  return {
    is: 'wrong',
    head: column,
    found: JSON.stringify(text),
    expected: `one of ${Object.keys(values).join(', ')}`,
  };
};

/** Whether a text is one of some words, or begins with one that ends in a `*`. */
export const matches = (text: string, words: readonly string[]): boolean =>
  words.some((word) =>
    word.endsWith('*')
      ? text.toLowerCase().startsWith(word.slice(0, -1).toLowerCase())
      : text.toLowerCase() === word.toLowerCase(),
  );

type Read =
  | { readonly value: unknown }
  | { readonly expected: string; readonly foreign?: { readonly amount: string; readonly unit: string } | undefined };

type How = { readonly times: string | undefined; readonly money: InMoney | undefined };

const readAs = (cell: Cell, text: string, column: Column, form: Form, { times, money }: How): Read => {
  const { holds, refers } = column;
  if (cell.is === 'text' && holds.type === 'day') return dayIn(text, form.days);
  if (holds.type === 'decimal' && money) return moneyAs(cell, { decimal: form.decimal, ...money }, times);
  if (holds.type === 'decimal' || holds.type === 'number' || holds.type === 'whole') {
    const read = decimalIn(cell, { decimal: form.decimal });
    if ('expected' in read) return { expected: read.expected ?? 'a number' };
    const decimal = timesOf(read.decimal, times);
    return { value: holds.type === 'decimal' ? decimal : Number(decimal) };
  }
  const read = valueIn(cell, holds);
  if ('expected' in read || holds.type !== 'text' || refers === undefined) return read;
  const period =
    refers === 'planning-period'
      ? fiscalPeriod(text, { fiscalYearStart: form.fiscalYearStart, called: form.fiscalYears })
      : undefined;
  const key = period?.key ?? slugOf(text);
  return key === undefined ? { expected: `what a key can be made of, as the ${refers} is called` } : { value: key };
};

const moneyAs = (cell: Cell, form: AmountForm, times: string | undefined): Read => {
  const read = moneyIn(cell, form);
  if ('decimal' in read) return { value: timesOf(read.decimal, times) };
  const { expected, foreign } = read;
  return { expected, foreign: foreign && { ...foreign, amount: timesOf(foreign.amount, times) } };
};

const timesOf = (decimal: string, times: string | undefined): string =>
  times === undefined ? decimal : productOf(decimal, times);

const dayIn = (text: string, order: TableMapping['file']['days']): Read => {
  const [date = ''] = text.split(/[ T]/u);
  const parts = date.split(/[-/.]/u);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 && parts.every((part) => /^\d+$/u.test(part))) {
    const [year, month, day] =
      first.length === 4
        ? [first, second, third]
        : order === 'day-first'
          ? [third, second, first]
          : order === 'month-first'
            ? [third, first, second]
            : [];
    if (year?.length === 4) {
      const iso = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
      const time = Date.parse(`${iso}T00:00:00Z`);
      if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return { value: iso };
    }
  }
  return {
    expected: `a day, ${order === 'year-first' ? 'such as 2026-03-31; "days" in the mapping says otherwise' : order}`,
  };
};
