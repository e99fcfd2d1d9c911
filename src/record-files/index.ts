import type { RecordFormat } from './define.ts';
import { recordCsv } from './record-csv/record-csv.ts';

/** The formats that records are read from, in the order in which a file is tried. */
export const recordFormats: readonly RecordFormat[] = [recordCsv];
