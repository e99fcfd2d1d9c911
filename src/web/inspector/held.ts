import { useQuery } from '@tanstack/react-query';
import { mostRows } from '../queries.ts';
import { type Order, ordered, type RowOf } from './table.ts';

/** Rows that come a page at a time, each as long as `mostRows` but the last; `key` says which rows they are. */
export type Pages = {
  readonly key: readonly unknown[];
  readonly first: readonly RowOf[];
  readonly total: number;
  readonly from: (offset: number) => Promise<readonly RowOf[]>;
};

/** As many rows as are fetched to put them in another order. */
export const mostSorted = 10_000;

export const allOf = async ({ first, total, from }: Pages): Promise<readonly RowOf[]> => {
  const rows = [...first];
  while (rows.length < total) {
    const next = await from(rows.length);
    if (next.length === 0) break;
    rows.push(...next);
  }
  return rows;
};

/** The rows from `start` on, in the order that is wanted; undefined until they are there. */
export const useHeld = (pages: Pages, order: Order | undefined, start: number, count: number) => {
  const { key, first, total, from } = pages;
  const whole = order !== undefined && total > mostRows;
  const block = whole ? 0 : Math.floor(start / mostRows);
  const one = useQuery({
    queryKey: ['rows', ...key, block],
    queryFn: () => from(block * mostRows),
    enabled: block > 0,
  });
  const all = useQuery({ queryKey: ['all rows', ...key], queryFn: () => allOf(pages), enabled: whole });
  const held = whole ? all.data : block === 0 ? first : one.data;
  return held && ordered(held, order).slice(start - block * mostRows, start - block * mostRows + count);
};
