import { csvLine } from '#model/csv-line.ts';

export type Cell = string | number | boolean | null;
export type RowOf = Readonly<Record<string, Cell>>;

export type Order = { readonly column: string; readonly down: boolean };

/** The columns that hold something in some row, in the order of the first. */
export const columnsOf = (rows: readonly RowOf[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null && row[column] !== undefined));

/** Rows by a column; what is not known comes last, whichever way. */
export const ordered = (rows: readonly RowOf[], order: Order | undefined): readonly RowOf[] => {
  if (order === undefined) return rows;
  const { column, down } = order;
  return rows.toSorted((a, b) => {
    const [one, other] = [a[column] ?? null, b[column] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return compare(one, other) * (down ? -1 : 1);
  });
};

const compare = (a: NonNullable<Cell>, b: NonNullable<Cell>): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });

export const csvOfRows = (rows: readonly RowOf[]): string => {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
  return [columns, ...lines].map(csvLine).join('');
};

/**
 * An instant in ms since 1970, which is how most rows have it; undefined where a cell is none. A day of this century is
 * easily told from any other number.
 */
export const instantIn = (column: string, cell: Cell): number | undefined => {
  if (typeof cell === 'string') return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(cell) ? Date.parse(cell) : undefined;
  if (typeof cell !== 'number' || /_(?:ms|id|count)$/u.test(column)) return undefined;
  return cell > 9e11 && cell < 5e12 ? cell : undefined;
};

/** `decisionType` and `times_reopened` as a person reads them. */
export const headOf = (column: string): string =>
  column.replaceAll('_', ' ').replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
