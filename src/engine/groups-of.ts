import { type DuckDBDataChunk, DuckDBListVector, DuckDBStructVector } from '@duckdb/node-api';
import { numbersOf } from './numbers-of.ts';

/** A text and, column by column, the rows that go with it: where they lie in memory, so that they go with their chunk. */
export type Group = { readonly key: string; readonly columns: readonly Float64Array[] };

/** What is made of each group of a chunk that has a text and a list of rows of numbers in each of its own rows. */
export const fromGroups = <T>(chunk: DuckDBDataChunk, make: (group: Group) => T): T[] => {
  const keys = chunk.getColumnVector(0);
  const lists = chunk.getColumnVector(1);
  if (!(lists instanceof DuckDBListVector)) throw new Error('the rows of a group are no list');
  const columns = columnsOf(lists);
  return Array.from({ length: chunk.rowCount }, (_, group) => {
    const from = lists.getEntryOffset(group);
    const until = from + lists.getEntryLength(group);
    return make({ key: String(keys.getItem(group)), columns: columns.map((column) => column.subarray(from, until)) });
  });
};

/** The rows of all lists lie one behind the other in memory. */
const columnsOf = ({ childVector: rows }: DuckDBListVector): Float64Array[] => {
  if (!(rows instanceof DuckDBStructVector)) throw new Error('the list of a group is not of rows');
  return rows.type.entryTypes.map((type, index) => {
    const numbers = numbersOf(rows.entryVectorAt(index));
    if (!(numbers instanceof Float64Array))
      throw new Error(`column ${index} of a group is of type ${type.toString()}, not double`);
    return numbers;
  });
};
