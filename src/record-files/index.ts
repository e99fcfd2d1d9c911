import type { RecordFormat } from './define.ts';

/** The formats that records are read from, in the order in which a file is tried. */
export const recordFormats: readonly RecordFormat[] = [];
