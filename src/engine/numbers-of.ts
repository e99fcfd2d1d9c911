import type { DuckDBVector } from '@duckdb/node-api';

/**
 * The numbers of a vector as they lie in memory, or undefined where they do not lie so.
 *
 * The library hands out one cell at a time, which takes ten times as long. What stands in a null cell is anything.
 */
export const numbersOf = (vector: DuckDBVector): Int32Array | Float64Array | undefined => {
  if (!('items' in vector)) return undefined;
  const { items } = vector;
  return items instanceof Int32Array || items instanceof Float64Array ? items : undefined;
};
