import type { AmountForm } from '#model/amount.ts';
import { type Cell, shownCell } from '../cells/cell.ts';
import { decimalIn } from '../cells/decimal-in.ts';
import type { Holds } from './column.ts';

/** What a cell says of a field, or what would have been right in its place. */
export type Said = { readonly value: unknown } | { readonly expected: string };

/**
 * What a cell that is not blank says in a column.
 *
 * Only what the column holds is read: a number is no day, and a long number that a spreadsheet has cut to its first digits is
 * no key. Whether the value is one that the field takes is for the schema of its record.
 */
export const valueIn = (cell: Cell, holds: Holds, form?: AmountForm): Said => {
  if (cell.is === 'error') return { expected: `${wanted(holds)}, or an empty cell` };
  if (cell.is === 'formula') return { expected: `${wanted(holds)}: open and save the file in a spreadsheet first` };
  switch (holds.type) {
    case 'text':
      return textIn(cell);
    case 'choice':
      return choiceIn(cell, holds.words);
    case 'list':
      return listIn(cell, holds.of);
    case 'day':
      return dayIn(cell);
    case 'instant':
      return cell.is === 'text' ? { value: cell.text.trim() } : { expected: wanted(holds) };
    case 'yes-no':
      return yesIn(cell);
    case 'json':
      return jsonIn(cell);
    case 'decimal':
    case 'number':
    case 'whole':
      return numberIn(cell, holds, form);
  }
};

const wanted = (holds: Holds): string => {
  switch (holds.type) {
    case 'choice':
      return `one of ${holds.words.join(', ')}`;
    case 'list':
      return `${holds.of === 'text' ? 'words' : 'numbers'} with semicolons between them`;
    case 'day':
      return 'a day such as 2026-03-31';
    case 'instant':
      return 'an instant such as 2026-03-31T14:05:00Z';
    case 'yes-no':
      return 'yes or no';
    case 'decimal':
    case 'number':
      return 'a number';
    case 'whole':
      return 'a whole number';
    case 'json':
      return 'JSON, such as {"trust":4}';
    case 'text':
      return 'text';
  }
};

/** Above this a spreadsheet keeps the first fifteen digits only, and what it shows is another number. */
const longestNumber = 1e15;

const textIn = (cell: Cell): Said => {
  if (cell.is === 'text') return { value: unquoted(cell.text) };
  if (cell.is === 'number' && cell.day === undefined && Math.abs(Number(cell.text)) >= longestNumber) {
    return { expected: 'text: of a number as long as this a spreadsheet keeps fifteen digits only' };
  }
  return { value: shownCell(cell) };
};

/** A text of blanks alone, or of the word that takes a field away, stands in quotes, as does one that looks so already. */
const quotedText = /^"+(?:\s*|\(none\))"+$/u;

/** What a cell says to take its field away, or that a list is empty: an empty cell says nothing. */
export const none = '(none)';

const unquoted = (text: string): string => (quotedText.test(text) ? text.slice(1, -1) : text);

/** A text as a cell holds it, so that reading it gives the same text. */
export const quotedWhereBlank = (text: string): string =>
  text.trim() === '' || text === none || quotedText.test(text) ? `"${text}"` : text;

const choiceIn = (cell: Cell, words: readonly string[]): Said => {
  if (cell.is !== 'text') return { expected: wanted({ type: 'choice', words }) };
  const plain = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/gu, '-');
  return { value: words.find((word) => plain(word) === plain(cell.text)) ?? cell.text.trim() };
};

const listIn = (cell: Cell, of: 'text' | 'number'): Said => {
  const text = cell.is === 'text' ? cell.text.trim() : shownCell(cell);
  const whole = text.startsWith('[') ? parsed(text) : undefined;
  if (Array.isArray(whole)) return { value: whole };
  const parts = text.split(/[;\n]/u).map((part) => part.trim());
  const stated = parts.filter((part) => part !== '');
  if (of === 'text') return { value: stated };
  const numbers = stated.map(Number);
  return numbers.some(Number.isNaN) ? { expected: wanted({ type: 'list', of }) } : { value: numbers };
};

/** A list as a cell holds it; as JSON where semicolons would not give the same list again. */
export const listText = (list: readonly unknown[]): string => {
  const text = list.join('; ');
  const again = listIn({ is: 'text', text }, typeof list[0] === 'number' ? 'number' : 'text');
  const same =
    text.trim() !== '' && text !== none && 'value' in again && JSON.stringify(again.value) === JSON.stringify(list);
  return same ? text : JSON.stringify(list);
};

const dayIn = (cell: Cell): Said => {
  if (cell.is === 'number' && cell.day !== undefined && cell.time === undefined) return { value: cell.day };
  return cell.is === 'text' ? { value: cell.text.trim() } : { expected: wanted({ type: 'day' }) };
};

const yesIn = (cell: Cell): Said => {
  if (cell.is === 'yes-no') return { value: cell.yes };
  const word = shownCell(cell).replaceAll('"', '').trim().toLowerCase();
  if (/^(?:yes|y|true|1|x)$/u.test(word)) return { value: true };
  return /^(?:no|n|false|0)$/u.test(word) ? { value: false } : { expected: wanted({ type: 'yes-no' }) };
};

const jsonIn = (cell: Cell): Said => {
  const value = cell.is === 'text' ? parsed(cell.text) : undefined;
  return value === undefined ? { expected: wanted({ type: 'json' }) } : { value };
};

const numberIn = (cell: Cell, holds: Holds, form?: AmountForm): Said => {
  const expected = wanted(holds);
  if (cell.is === 'number' && cell.day === undefined && holds.type !== 'decimal') return { value: Number(cell.text) };
  const read = decimalIn(cell, form);
  if ('expected' in read) return { expected: read.expected ?? expected };
  return { value: holds.type === 'decimal' ? read.decimal : Number(read.decimal) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
