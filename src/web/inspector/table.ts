import { csvLine } from '#model/csv-line.ts';
import { placeName } from '#model/record-names.ts';

export type Cell = string | number | boolean | null;
export type RowOf = Readonly<Record<string, Cell>>;

export type Order = { readonly column: string; readonly down: boolean };

/** The columns that hold something in some row, in the order of the first. */
export const columnsOf = (rows: readonly RowOf[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null && row[column] !== undefined));

/** What a reader sees in a cell. */
export type Shown = (column: string, cell: Cell) => Cell;

const asItIs: Shown = (_, cell) => cell;

/** Of which kind the keys in a column are; those of `object` say so themselves, or are of any. */
const kindIn: Readonly<Record<string, string>> = {
  team: 'team',
  compared_team: 'team',
  from_team: 'team',
  to_team: 'team',
  capability: 'capability',
  initiative: 'initiative',
  forum: 'forum',
  meeting: 'meeting',
  demand: 'demand',
  outcome: 'outcome',
  list: 'priority-list',
  earlier: 'priority-list',
  stage: 'stage',
  decision_type: 'decision-type',
  decisionType: 'decision-type',
  level_decided: 'level',
  level_intended: 'level',
  decider: 'object',
  object: 'object',
  thing: 'object',
};

/** Keys of records as people call them; all else, and keys that no record has, as they are. */
export const spoken =
  (names: ReadonlyMap<string, string>): Shown =>
  (column, cell) => {
    const kind = kindIn[column];
    return kind === undefined || typeof cell !== 'string' ? cell : placeName(names, kind, cell);
  };

/** Rows by a column; what is not known comes last, whichever way. */
export const ordered = (rows: readonly RowOf[], order: Order | undefined, shown: Shown = asItIs): readonly RowOf[] => {
  if (order === undefined) return rows;
  const { column, down } = order;
  return rows.toSorted((a, b) => {
    const [one, other] = [shown(column, a[column] ?? null), shown(column, b[column] ?? null)];
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
