import { csvLine } from '#model/csv-line.ts';
import type { Table } from './define.ts';

/** The table of a picture as CSV: the unit stands at the head, what is not known is left empty. */
export const csvOf = ({ columns, rows }: Table): string =>
  [
    columns.map(({ name, unit }) => (unit === null ? name : `${name} (${unit})`)),
    ...rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(cell)))),
  ]
    .map(csvLine)
    .join('');
