import type { RecordFormat } from './define.ts';
import { recordCsv } from './record-csv/record-csv.ts';
import { table } from './table/table.ts';
import { workbook } from './workbook/workbook.ts';

/** The formats that records are read from, in the order in which a file is tried. */
export const recordFormats: readonly RecordFormat[] = [workbook, recordCsv, table];
