import { type Cell, isBlank, type Row, type Table } from '../cells/cell.ts';

/** A row whose cells are asked for by the name of their column. */
export type NamedRow = {
  readonly row: number;
  readonly cell: (column: string) => Cell | undefined;
  /** A cell as text without outer blanks, entities of web pages made plain; empty where nothing stands. */
  readonly text: (column: string) => string;
};

export type NamedTable = { readonly columns: readonly string[]; readonly rows: readonly NamedRow[] };

/** A table by its first row, which names the columns; a line break inside a name is a blank. Of columns of one name the first counts. */
export const namedTable = ({ rows: [head, ...rows] }: Pick<Table, 'rows'>): NamedTable => {
  const columns = headsIn(head);
  return { columns, rows: rows.map((row) => namedRow(row, indexOf(columns))) };
};

/** The names in a row of heads. */
export const headsIn = (head: Row | undefined): string[] => (head?.cells ?? []).map(headOf);

export const indexOf = (columns: readonly string[]): ReadonlyMap<string, number> =>
  new Map(columns.map((column, index): [string, number] => [column, index]).reverse());

export const namedRow = ({ row, cells }: Row, places: ReadonlyMap<string, number>): NamedRow => {
  const cell = (column: string): Cell | undefined => {
    const index = places.get(column);
    return index === undefined ? undefined : cells[index];
  };
  return { row, cell, text: (column) => textIn(cell(column)) };
};

const headOf = (cell: Cell): string => (cell.is === 'text' ? cell.text.replace(/\s+/gu, ' ').trim() : '');

/** A cell as text without outer blanks. */
export const textIn = (cell: Cell | undefined): string => {
  if (cell === undefined || isBlank(cell)) return '';
  if (cell.is === 'number') return cell.text;
  return cell.is === 'text'
    ? cell.text.trim().replace(/&(amp|lt|gt|quot|#39);/gu, (_, name) => entities.get(name) ?? '')
    : '';
};

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);
