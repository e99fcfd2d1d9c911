import type { Minute } from './clock.ts';

/** One true value: what the metric should say, from how many cases, and what it says beside it. */
export type Figure = {
  readonly value: number | null;
  readonly n: number;
  readonly also: Readonly<Record<string, number | null>>;
};

export type Figures = Readonly<Record<string, Figure>>;

/** Half-open, in minutes. `asOf` is the instant of the last row. */
export type Span = { readonly from: Minute; readonly until: Minute; readonly asOf: Minute };

export const within = (at: Minute | null, { from, until }: Span): at is Minute =>
  at !== null && at >= from && at < until;

export const inDays = (minutes: number): number => minutes / 1440;

/** A figure over fewer than five cases is not told; `counts` beside it are complete and always told. */
export const sampled = (
  n: number,
  value: number | null,
  also: Figure['also'] = {},
  counts: Figure['also'] = {},
): Figure => ({ n, value: n < 5 ? null : value, also: { ...(n < 5 ? {} : also), ...counts } });

/** A complete count is told however small it is. */
export const counted = (n: number, value: number | null, also: Figure['also'] = {}): Figure => ({ n, value, also });
