import type { Exporter } from './define.ts';
import { isoOf } from './time.ts';

/**
 * RFC 4180 in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in front; a number is no text.
 */
export const csv: Exporter = {
  id: 'csv',
  title: 'Delimited text (CSV)',
  head: ({ columns }) => line(columns.map(({ name }) => cellOf(name))),
  rows: ({ columns }, rows) =>
    rows
      .map((row) =>
        line(
          row.map((value, column) => {
            if (value === null) return '';
            return columns[column]?.kind === 'time' ? isoOf(value) : cellOf(value);
          }),
        ),
      )
      .join(''),
  tail: '',
};

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

const number = /^[+-]?\d+([.,]\d+)*(e[+-]?\d+)?$/iu;
const formula = /^[=+\-@\t\r\0]/u;

const cellOf = (text: string): string => {
  const inert = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};
