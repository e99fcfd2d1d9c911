import { csvLine } from '#model/csv-line.ts';

type Cell = string | number | boolean | null | undefined;

/** A column of a file: its head, and what it holds of a row. */
export type CsvColumn<Row> = readonly [head: string, cell: (row: Row) => Cell];

/** Rows as a file; what is not known is left empty. */
export const csvOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => String(cell(row) ?? '')))]
    .map(csvLine)
    .join('');
