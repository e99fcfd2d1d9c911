import { useQuery } from '@tanstack/react-query';
import { mostRows } from '../queries.ts';
import { type Order, ordered, type RowOf, type Shown } from './table.ts';

/** Rows of which the first are there, and the others come as many at a time as `mostRows`; `key` says which rows they are. */
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

/** Which rows are looked at: so many from `start` on, in the order that is wanted of what is shown. */
type Look = {
  readonly order: Order | undefined;
  readonly start: number;
  readonly count: number;
  readonly shown: Shown;
};

/** The rows that are looked at; undefined until they are there. */
export const useHeld = (pages: Pages, { order, start, count, shown }: Look) => {
  const { key, first, total, from } = pages;
  const isThere = first.length === total;
  const whole = order !== undefined && !isThere;
  const isFirst = isThere || start + count <= first.length;
  const block = Math.floor(start / mostRows) * mostRows;
  const one = useQuery({
    queryKey: ['rows', ...key, block],
    queryFn: () => from(block),
    enabled: !whole && !isFirst,
  });
  const all = useQuery({ queryKey: ['all rows', ...key], queryFn: () => allOf(pages), enabled: whole });
  const held = whole ? all.data : isFirst ? first : one.data;
  const begins = whole || isFirst ? 0 : block;
  return held && ordered(held, order, shown).slice(start - begins, start - begins + count);
};
