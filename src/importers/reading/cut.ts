/** How a file is cut into fields: one byte between them, one byte around those that hold it. */
export type Dialect = { readonly delimiter: number; readonly quote: number };

/**
 * One row cut into fields, whatever the format: fields as positions in its bytes, until the next row is cut.
 *
 * `kinds` are 0 for a field that needs no quotes in CSV, 1 for one that may, 2 for one whose quotes are doubled inside.
 */
export type Cut = {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly count: number;
  /** Where the row stands in `bytes`, without what ends it. */
  readonly from: number;
  readonly until: number;
  /** The physical line the row starts on, from 1. */
  readonly line: number;
  /** All bytes of the row or-ed together: from 0x80 on, some byte is not ASCII. */
  readonly mixed: number;
  readonly nul: boolean;
};
