import type { Span } from '../clock.ts';
import type { Decision } from '../decisions.ts';
import type { Item } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';

type Also = Record<string, number | null>;
export type Figure = { value: number | null; n: number; also: Also };

export type Scope =
  | 'team'
  | 'capability'
  | 'item-type'
  | 'decision-type'
  | 'forum'
  | 'stage'
  | 'boundary'
  | 'scale'
  | 'effect'
  | 'period';

/** What a figure is read from: its cases are already those of one subject, `whole` those of all subjects together. */
export type Reading<Case> = {
  cases: readonly Case[];
  whole: readonly Case[];
  window: Span;
  by: Scope | undefined;
  ofType: boolean;
  ofScale: boolean;
  facts: OracleFacts;
};

export type Figurer<Case> = (reading: Reading<Case>) => Figure;
export type ItemFigure = Figurer<Item>;
export type DecisionFigure = Figurer<Decision>;

export const inside = (instant: number | null, { from, until }: Span): boolean =>
  instant !== null && from <= instant && instant < until;

/** A sample of fewer than five is not shown. */
export const shown = (n: number, value: number | null): number | null => (n < 5 ? null : value);

export const doneIn = (items: readonly Item[], window: Span): Item[] =>
  items.filter((item) => item.status === 'done' && inside(item.end, window));

/** An item that is done and whose start is known, with the two instants at hand. */
export type Finished = Item & { start: number; end: number };

export const isFinished = (item: Item): item is Finished =>
  item.status === 'done' && item.start !== null && item.end !== null;

export const finishedIn = (items: readonly Item[], window: Span): Finished[] =>
  doneIn(items, window).filter(isFinished);
