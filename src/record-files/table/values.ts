import { productOf } from '#model/decimal.ts';
import { slugOf } from '#model/key.ts';
import { type Cell, isBlank, shownCell } from '../cells/cell.ts';
import { decimalIn } from '../cells/decimal-in.ts';
import { fiscalPeriod } from '../cells/fiscal-period.ts';
import { valueIn } from '../columns/cell-value.ts';
import type { Column } from '../columns/column.ts';
import type { Line } from './grid.ts';
import type { From, TableMapping } from './mapping.ts';

/** What a line says of a field: nothing, that it is kept back, a value, or something that cannot be read. */
export type Said =
  | { readonly is: 'nothing' }
  | { readonly is: 'exempt' }
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'wrong'; readonly head: string; readonly found: string; readonly expected: string };

export type Form = TableMapping['file'] & { readonly fiscalYearStart: number };

const nothing: Said = { is: 'nothing' };

/** The value of a field in a line, as its column of the record holds it. Keys of other records are made of what is called. */
export const saidOf = (line: Line, from: From, column: Column, form: Form): Said => {
  if (typeof from === 'object' && 'is' in from) return { is: 'value', value: from.is };
  const asked = typeof from === 'string' ? { column: from } : from;
  const cell = line.cell(asked.column);
  if (!cell || isBlank(cell)) return nothing;
  const text = cell.is === 'text' ? cell.text.trim() : shownCell(cell);
  if (asked.values !== undefined || asked.otherwise !== undefined) return mapped(text, asked);
  if (cell.is === 'text' && matches(text, form.exempt)) return { is: 'exempt' };
  if (cell.is === 'text' && matches(text, form.nothing)) return nothing;
  const read = readAs(cell, text, column, form, asked.times);
  return 'value' in read
    ? { is: 'value', value: read.value }
    : { is: 'wrong', head: asked.column, found: shownCell(cell), expected: read.expected };
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

const matches = (text: string, words: readonly string[]): boolean =>
  words.some((word) =>
    word.endsWith('*')
      ? text.toLowerCase().startsWith(word.slice(0, -1).toLowerCase())
      : text.toLowerCase() === word.toLowerCase(),
  );

type Read = { readonly value: unknown } | { readonly expected: string };

const readAs = (cell: Cell, text: string, column: Column, form: Form, times: string | undefined): Read => {
  const { holds, refers } = column;
  if (cell.is === 'text' && holds.type === 'day') return dayIn(text, form.days);
  if (holds.type === 'decimal' || holds.type === 'number' || holds.type === 'whole') {
    const read = decimalIn(cell, form.decimal === undefined ? {} : { decimal: form.decimal });
    if ('expected' in read) return { expected: read.expected ?? 'a number' };
    const decimal = times === undefined ? read.decimal : productOf(read.decimal, times);
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
