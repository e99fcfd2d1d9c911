import { type AmountForm, readDecimal } from '#model/amount.ts';
import { type Cell, isBlank, type Row, shownCell } from '../cells/cell.ts';
import type { Place, RejectedRow } from '../define.ts';
import { none, valueIn } from './cell-value.ts';
import type { Column } from './column.ts';

/** The column of each cell of a row, and the heads that no column has, with how many cells stand below them. */
export type Heads = {
  readonly columns: readonly (Column | undefined)[];
  readonly strange: readonly { readonly head: string; readonly index: number }[];
};

/** Which column each head names, by its label or by its path; blanks and capitals do not matter. */
export const headsOf = (row: Row, columns: readonly Column[]): Heads => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s:._-]+/gu, ' ')
      .trim();
  const known = new Map(
    columns.flatMap((column) => [
      [plain(column.path.join('.')), column] as const,
      [plain(column.label), column] as const,
    ]),
  );
  const heads = row.cells.map((cell) => (isBlank(cell) ? '' : cell.is === 'text' ? cell.text.trim() : shownCell(cell)));
  const named = heads.map((head) => known.get(plain(head)));
  const twice = named.map((column, index) => (named.indexOf(column) === index ? column : undefined));
  return {
    columns: twice,
    strange: heads.flatMap((head, index) => (head !== '' && !twice[index] ? [{ head, index }] : [])),
  };
};

/** What a row says, as nested fields, and what in it could not be read. A blank cell says nothing. */
export type Entry = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly rejected: readonly RejectedRow[];
};

export const entryOf = (
  { row, cells }: Row,
  { columns }: Heads,
  sheet: string | undefined,
  form?: AmountForm,
): Entry => {
  const body: Fields = {};
  const rejected: RejectedRow[] = [];
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!column || !cell || isBlank(cell)) return;
    const said = isNone(cell)
      ? { value: null }
      : isForeign(cell, column, columns, cells, form)
        ? foreign
        : valueIn(cell, column.holds, form);
    if ('value' in said) put(body, column.path, said.value);
    else rejected.push({ place: placeOf(sheet, row, column), found: shownCell(cell), expected: said.expected });
  });
  return { body, rejected };
};

const foreign = { expected: 'an amount in the currency that stands beside it, or the number alone' };

/** Whether an amount is written with a currency (or a share of hundred) that is not the one beside it. */
const isForeign = (
  cell: Cell,
  { path, holds }: Column,
  columns: readonly (Column | undefined)[],
  cells: readonly Cell[],
  form: AmountForm = { decimal: '.' },
): boolean => {
  if (cell.is !== 'text' || holds.type !== 'decimal') return false;
  const beside = [...path.slice(0, -1), 'currency'].join('.');
  const code = cells[columns.findIndex((column) => column?.path.join('.') === beside)];
  const currency = code?.is === 'text' ? code.text.trim() : '';
  return /%\s*$/u.test(cell.text) || readDecimal(cell.text, { ...form, currency }) === 'other-currency';
};

/** Whether a cell takes its field away. */
export const isNone = (cell: Cell): boolean => cell.is === 'text' && cell.text.trim() === none;

type Fields = Record<string, unknown>;

/** Sets a value at the end of a path; what leads there is made on the way. */
export const put = (body: Fields, path: readonly string[], value: unknown): void => {
  const last = path.at(-1);
  let at = body;
  for (const step of path.slice(0, -1)) {
    const next: Fields = isFields(at[step]) ? at[step] : {};
    at[step] = next;
    at = next;
  }
  if (last !== undefined) at[last] = value;
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeOf = (sheet: string | undefined, row: number, { label }: Column): Place => ({
  ...(sheet === undefined ? {} : { sheet }),
  row,
  field: label,
});

/** How many cells of rows stand in a column, for what is told of columns that are not read. */
export const cellsBelow = (rows: readonly Row[], index: number): readonly Cell[] =>
  rows.flatMap(({ cells }) => {
    const cell = cells[index];
    return cell && !isBlank(cell) ? [cell] : [];
  });
