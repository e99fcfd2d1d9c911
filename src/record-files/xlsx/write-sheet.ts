import type { Decimal } from '#model/money.ts';
import { decimalIn } from '../cells/decimal-in.ts';
import { lastRow } from './read-sheet.ts';
import { serialOf } from './serial.ts';
import { escaped } from './text.ts';
import { mostPlaces, style } from './write-styles.ts';

/** What is written into a cell. A decimal or a day that a spreadsheet cannot hold exactly stands as text. */
export type Written = undefined | string | number | boolean | { readonly decimal: Decimal } | { readonly day: string };

/** What may be chosen in a column: words, or the cells of another sheet. Another key may be typed, another word may not. */
export type Choices =
  | { readonly words: readonly string[] }
  | { readonly sheet: string; readonly column: number; readonly rows: number };

export type ColumnOut = {
  readonly head: string;
  readonly width: number;
  readonly holds: 'text' | 'day' | 'number' | 'words';
  readonly choices?: Choices | undefined;
};

export type SheetOut = {
  readonly name: string;
  readonly hidden?: boolean;
  /** What stands above the table; a sheet with a title has no heads that stay in sight. */
  readonly columns: readonly ColumnOut[];
  readonly rows: readonly (readonly Written[])[];
};

/** The number of a text among those of the workbook. */
export type Texts = (text: string) => number;

/** Rows below the last one in which choices are offered, for those that are typed. */
const spareRows = 1_000;

/** The parts of a sheet's XML, in order. */
export function* sheetXml({ columns, rows }: SheetOut, texts: Texts): Generator<string> {
  const letters = columns.map((_, index) => columnName(index + 1));
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [index, { width, holds }] of columns.entries()) {
    yield `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${columnStyle[holds]}" customWidth="1"/>`;
  }
  yield '</cols><sheetData><row r="1">';
  for (const [index, { head }] of columns.entries()) {
    yield `<c r="${letters[index]}1" s="${style.head}" t="s"><v>${texts(head)}</v></c>`;
  }
  yield '</row>';
  let row = 1;
  for (const cells of rows) {
    row++;
    let xml = `<row r="${row}">`;
    for (let index = 0; index < cells.length; index++) {
      xml += cellXml(`${letters[index]}${row}`, cells[index], columns[index]?.holds ?? 'text', texts);
    }
    yield `${xml}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/>${validations(columns, letters, row)}</worksheet>`;
}

const columnStyle = { text: style.text, day: style.day, number: style.plain, words: style.words } as const;

const cellXml = (at: string, written: Written, holds: ColumnOut['holds'], texts: Texts): string => {
  if (written === undefined) return '';
  if (typeof written === 'string') return textXml(at, written, holds === 'words' ? style.words : style.text, texts);
  if (typeof written === 'number') return `<c r="${at}"><v>${written}</v></c>`;
  if (typeof written === 'boolean') return `<c r="${at}" t="b"><v>${written ? 1 : 0}</v></c>`;
  if ('day' in written) {
    const serial = serialOf(written.day);
    return serial === undefined
      ? textXml(at, written.day, style.text, texts)
      : `<c r="${at}" s="${style.day}"><v>${serial}</v></c>`;
  }
  const places = written.decimal.split('.')[1]?.length ?? 0;
  return isExact(written.decimal, places)
    ? `<c r="${at}" s="${style.decimal + places}"><v>${written.decimal}</v></c>`
    : textXml(at, written.decimal, style.text, texts);
};

const textXml = (at: string, text: string, number: number, texts: Texts): string =>
  `<c r="${at}" s="${number}" t="s"><v>${texts(text)}</v></c>`;

/** Whether a decimal comes back from a spreadsheet digit by digit. */
const isExact = (decimal: Decimal, places: number): boolean => {
  if (places > mostPlaces || decimal.replace(/\D/gu, '').length > 15) return false;
  const read = decimalIn({ is: 'number', text: String(Number(decimal)), places });
  return 'decimal' in read && read.decimal === decimal;
};

const validations = (columns: readonly ColumnOut[], letters: readonly string[], rows: number): string => {
  const until = Math.min(rows + spareRows, lastRow);
  const all = columns.flatMap(({ choices }, index) => {
    if (!choices) return [];
    const formula = 'words' in choices ? wordList(choices.words) : rangeOf(choices);
    const style = 'words' in choices ? 'stop' : 'warning';
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="${style}" sqref="${letters[index]}2:${letters[index]}${until}"><formula1>${escaped(formula)}</formula1></dataValidation>`,
    ];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
};

const wordList = (words: readonly string[]): string => `"${words.join(',')}"`;

const rangeOf = ({ sheet, column, rows }: Exclude<Choices, { words: readonly string[] }>): string => {
  const letter = columnName(column);
  return `'${sheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${Math.min(rows + 1 + spareRows, lastRow)}`;
};

const columnName = (column: number): string => {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : columnName(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
};
