import { csvLine } from '#model/csv-line.ts';
import type { Exporter } from './define.ts';
import { isoOf } from './time.ts';

/** One line a row, in UTF-8. */
export const csv: Exporter = {
  id: 'csv',
  title: 'Delimited text (CSV)',
  head: ({ columns }) => csvLine(columns.map(({ name }) => name)),
  rows: ({ columns }, rows) =>
    rows
      .map((row) =>
        csvLine(
          row.map((value, column) => {
            if (value === null) return '';
            return columns[column]?.kind === 'time' ? isoOf(value) : value;
          }),
        ),
      )
      .join(''),
  tail: '',
};
