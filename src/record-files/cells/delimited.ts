import { Fault } from '#model/fault.ts';
import { isBlank, type Remark, type Row, type Table } from './cell.ts';
import { decoded } from './decoded.ts';

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

type Limits = { readonly field: number; readonly columns: number; readonly rows: number };
const usualLimits: Limits = { field: 1_000_000, columns: 16_384, rows: 5_000_000 };

/**
 * A table of delimited text (RFC 4180), whatever its delimiter, line ends and encoding.
 *
 * Every cell is a text: what it means is for whoever knows its column. A line `sep=;` in front names the delimiter, as some
 * programs write it. A quote that is never closed, and text that has no end, are refused with their row.
 */
export const delimitedTable = (
  path: string,
  bytes: Uint8Array,
  asked: { readonly delimiter?: Delimiter | undefined } = {},
  limits: Limits = usualLimits,
): Table & { readonly delimiter: Delimiter } => {
  const { rows, remarks, delimiter } = delimitedRows(path, bytes, asked, limits);
  return { sheet: undefined, hidden: false, rows: [...rows], remarks, delimiter };
};

/** The same row by row, for files of which nobody wants to hold all rows at once. */
export const delimitedRows = (
  path: string,
  bytes: Uint8Array,
  asked: { readonly delimiter?: Delimiter | undefined } = {},
  limits: Limits = usualLimits,
): { readonly rows: Iterable<Row>; readonly remarks: readonly Remark[]; readonly delimiter: Delimiter } => {
  const { text, encoding } = decoded(bytes);
  if (text.includes('\0')) {
    throw new Fault('file-not-text', { path, looksLike: 'a program or an image', instead: 'Export it as CSV.' });
  }
  if (text.trim() === '') throw new Fault('file-empty', { path });
  const [line, stated] = /^sep=([,;\t|])(?:\r\n|\r|\n)/u.exec(text) ?? [];
  const named = delimiters.find((each) => each === stated);
  const body = line === undefined ? text : text.slice(line.length);
  const delimiter = asked.delimiter ?? named ?? likeliest(body);
  const rows = cut(path, body, { delimiter, from: line === undefined ? 1 : 2, limits });
  return { rows, remarks: guessed(encoding), delimiter };
};

const guessed = (encoding: string): Remark[] =>
  encoding === 'windows-1252'
    ? [
        {
          what: 'read as windows-1252, because it is not valid UTF-8',
          count: 1,
          example: 'look at letters with accents',
        },
      ]
    : [];

/** The delimiter by which most of the first lines have one number of cells, more than one; then the one with most of them. */
const likeliest = (text: string): Delimiter => {
  const head = text.slice(0, 100_000);
  const scores = delimiters.map((delimiter) => {
    const widths = cutHead(head, delimiter);
    const counts = Map.groupBy(widths, (width) => width);
    const [width, same] = [...counts].reduce((best, next) => (next[1].length > best[1].length ? next : best), [0, []]);
    return { delimiter, score: width > 1 ? same.length / widths.length + Math.min(width, 99) / 1000 : 0 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
};

const cutHead = (head: string, delimiter: string): number[] => {
  const limits = { ...usualLimits, rows: 200 };
  const widths: number[] = [];
  for (const { cells } of records(head, { delimiter, limits })) {
    widths.push(cells.length);
    if (widths.length === limits.rows) break;
  }
  return widths;
};

type Cut = { readonly delimiter: string; readonly from: number; readonly limits: Limits };

function* cut(path: string, text: string, { delimiter, from, limits }: Cut): Generator<Row> {
  let row = from;
  for (const { cells, breach } of records(text, { delimiter, limits })) {
    if (breach !== undefined) throw new Fault('table-unreadable', { path, row, why: breach });
    if (row > limits.rows)
      throw new Fault('table-unreadable', { path, row, why: `it has more than ${limits.rows} rows` });
    const read = cells.map((cell) => ({ is: 'text' as const, text: cell }));
    if (!read.every(isBlank)) yield { row, cells: read };
    row++;
  }
}

type Record = { readonly cells: readonly string[]; readonly breach?: string };

/** The records of a text, one by one; the last one may be a breach. */
function* records(
  text: string,
  { delimiter, limits }: { readonly delimiter: string; readonly limits: Limits },
): Generator<Record> {
  const plain = delimiter === '|' ? '\\|' : delimiter;
  const end = new RegExp(`[${plain}\\r\\n]`, 'gu');
  let at = 0;
  let cells: string[] = [];
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0)
        return yield { cells, breach: `cell ${cells.length + 1} begins with a quote that is never closed` };
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else cell = '';
    // What stands between a closing quote and the delimiter belongs to the cell, as spreadsheets read it.
    end.lastIndex = at;
    const next = end.exec(text)?.index ?? text.length;
    cell += text.slice(at, next);
    if (cell.length > limits.field) {
      return yield { cells, breach: `cell ${cells.length + 1} has more than ${limits.field} characters` };
    }
    cells.push(cell);
    if (cells.length > limits.columns) return yield { cells, breach: `it has more than ${limits.columns} cells` };
    at = next + 1;
    const sign = text[next];
    if (sign === delimiter) continue;
    if (sign === undefined) {
      if (cells.length > 1 || cells[0] !== '') yield { cells };
      return;
    }
    if (sign === '\r' && text[at] === '\n') at++;
    yield { cells };
    cells = [];
  }
}

/** Where the quote stands that closes a cell; a doubled one closes nothing. */
const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};
