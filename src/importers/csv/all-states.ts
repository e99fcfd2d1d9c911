import { Fault } from '#model/fault.ts';
import { readSource } from '../reading/source.ts';
import { usualLimits } from './limits.ts';
import { Records } from './records.ts';
import type { Sniffed } from './sniff.ts';

/** How much of a file is read for its rare values; half a second of work. */
const most = 64 << 20;

/**
 * The different values of columns over the first 64 MiB of a file, not only over the sample, by number of column.
 *
 * A rare state or team is the one that is forgotten in a mapping, and a sample misses it.
 */
export const valuesInFile = async (
  path: string,
  sniffed: Sniffed,
  wanted: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> => {
  const found = new Map(wanted.map((column) => [column, new Set<string>()]));
  const { field, record, columns, chunk } = usualLimits;
  const dialect = { delimiter: sniffed.delimiter.charCodeAt(0), quote: 0x22 };
  const records = new Records(dialect, { field, record, columns });
  const take = (bytes: Uint8Array): void => {
    records.feed(bytes);
    for (let next = records.next(); next !== 'more' && next !== 'end'; next = records.next()) {
      if (next !== 'record' || records.count !== sniffed.columns.length || records.line <= sniffed.headerRow) continue;
      for (const [column, values] of found) values.add(fieldOf(records, column));
    }
  };
  try {
    await readSource(path, sniffed.encoding, { text: most, chunk }, take);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  for (const [column, values] of found) values.delete(sniffed.columns[column] ?? '');
  return found;
};

const decoder = new TextDecoder();

const fieldOf = ({ bytes, starts, ends }: Records, column: number): string =>
  decoder.decode(bytes.subarray(starts[column], ends[column])).trim();
