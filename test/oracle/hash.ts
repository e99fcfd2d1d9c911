import { createHash } from 'node:crypto';

/**
 * The content hash that breaks ties of time.
 *
 * AMBIGUOUS: "md5 of the row without its people columns" does not say how cells become bytes. Here: the cells in the
 * order of the header, as a JSON array of strings, in UTF-8.
 */
export const contentHash = (cells: readonly string[]): string =>
  createHash('md5').update(JSON.stringify(cells)).digest('hex');
