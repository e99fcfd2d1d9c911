import type { AmountForm } from '#model/amount.ts';
import { type Cell, isBlank, type Row, shownAmount, shownCell } from '../cells/cell.ts';
import { moneyIn } from '../cells/money-in.ts';
import type { Place, RejectedRow } from '../define.ts';
import { none, type Said, valueIn } from './cell-value.ts';
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
      : column.holds.type === 'decimal'
        ? moneyBeside(cell, column, columns, cells, form)
        : valueIn(cell, column.holds, form);
    if ('value' in said) put(body, column.path, said.value);
    else rejected.push({ place: placeOf(sheet, row, column), found: shownAmount(cell), expected: said.expected });
  });
  return { body, rejected };
};

/** What a cell of money says, in the currency that stands beside it. */
const moneyBeside = (
  cell: Cell,
  { path }: Column,
  columns: readonly (Column | undefined)[],
  cells: readonly Cell[],
  form: AmountForm = { decimal: '.' },
): Said => {
  if (cell.is === 'error' || cell.is === 'formula') return valueIn(cell, { type: 'decimal' }, form);
  const beside = [...path.slice(0, -1), 'currency'].join('.');
  const code = cells[columns.findIndex((column) => column?.path.join('.') === beside)];
  const currency = code?.is === 'text' ? code.text.trim() : '';
  const read = moneyIn(cell, { ...form, currency });
  return 'decimal' in read ? { value: read.decimal } : { expected: read.expected };
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
