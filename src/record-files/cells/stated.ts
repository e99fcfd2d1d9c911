import type { Decimal } from '#model/money.ts';
import { type Cell, isBlank } from './cell.ts';
import { type MoneyForm, moneyIn } from './money-in.ts';

/**
 * What a cell of a published table says of a value, kept apart because each means something else: nothing is stated; it is
 * known and kept back; it is stated as a range with a middle; it is stated; nobody can tell. Only the last one is a mistake.
 */
export type Stated<T> =
  | { readonly is: 'absent' }
  | { readonly is: 'exempt' }
  | { readonly is: 'range'; readonly value: T; readonly text: string }
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'unreadable'; readonly text: string };

/** An amount as public tables state it; a percentage is none. */
export const statedAmount = (cell: Cell | undefined, form: MoneyForm = { decimal: '.' }): Stated<Decimal> =>
  stated(cell, (each) => {
    const read = moneyIn(each, form);
    return 'decimal' in read ? read.decimal : undefined;
  });

/** In which order the parts of a day stand that is written in figures only; a day that begins with its year is read anyway. */
export type DayOrder = 'day-first' | 'month-first';

/** A day, `YYYY-MM-DD`; a time of the day behind it is passed over. */
export const statedDay = (cell: Cell | undefined, order: DayOrder): Stated<string> =>
  stated(cell, (each) => {
    if (each.is === 'number') return each.day;
    return each.is === 'text' ? dayIn(each.text.trim(), order) : undefined;
  });

const stated = <T>(cell: Cell | undefined, read: (cell: Cell) => T | undefined): Stated<T> => {
  if (cell === undefined || isBlank(cell)) return { is: 'absent' };
  const value = read(cell);
  if (value !== undefined) return { is: 'value', value };
  const text = cell.is === 'text' ? cell.text.trim() : cell.is;
  if (absent.test(text)) return { is: 'absent' };
  if (exempt.test(text)) return { is: 'exempt' };
  const [, middle] = /\bMid(?:dle)?:\s*([^\s,]+(?:,\d{3})*(?:\.\d+)?)/iu.exec(text) ?? [];
  const inside = middle === undefined ? undefined : read({ is: 'text', text: middle });
  return inside === undefined ? { is: 'unreadable', text } : { is: 'range', value: inside, text };
};

/** That a value is not there, or not there yet. */
const absent =
  /^(?:n\/?a|nil|none|null|tbd|tbc|-+|–|—|\?|(?:data |information )?not (?:yet )?(?:applicable|available|known|provided|stated|confirmed|set)|.*\b(?:early planning|planning stage|not yet in a position)\b.*)\.?$/isu;

/** That a value is kept back by law: `Exempt under Section 43 …`, `Section 24 - National security`, `Redacted`. */
const exempt = /^(?:exempt\b|sections?\s+\d|redacted\b|withheld\b)/iu;

const dayIn = (text: string, order: DayOrder): string | undefined => {
  const [date = ''] = text.split(/[ T]/u);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(date);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const other = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(date);
  if (!other) return undefined;
  const [, first, second, year] = other;
  return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
};

const dayOf = (year = '', month = '', day = ''): string | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
};
