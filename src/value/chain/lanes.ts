import type { ChainLink } from '#model/chain-link.ts';
import type { Day } from '#model/day.ts';
import { Grade } from '#model/reading.ts';

/** Forward goes money, by what each giver passes; backward goes an effect, by what was contributed to each receiver. */
export type Way = 'forward' | 'backward';

/** All evidence grades, the strongest first: the number of a grade is its place here. */
export const grades = Grade.options;
export const gradeCount = grades.length;

/**
 * All links as they are walked one way, as arrays: the lanes of the node `n` stand from `starts[n]` up to `starts[n + 1]`.
 *
 * Shares are in millionths, nought where a link claims none; days are numbers such as 20260131, `to` is the first on which
 * a link does not hold any more.
 */
export type Lanes = {
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** The link of each lane, and the node that it leads to. */
  readonly step: Int32Array;
  readonly next: Int32Array;
  readonly share: Int32Array;
  readonly grade: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The most lanes that any node has. */
  readonly most: number;
};

/** What lanes are made from. */
type Step = {
  readonly index: number;
  readonly link: ChainLink;
  readonly giver: { readonly index: number };
  readonly receiver: { readonly index: number };
  readonly passes: number;
  readonly contributes: number;
  readonly grade: number;
};
type Node = { readonly index: number; readonly outgoing: readonly Step[]; readonly incoming: readonly Step[] };

export const lanesOf = (way: Way, nodes: readonly Node[], order: readonly Node[]): Lanes => {
  const own = nodes.map(({ outgoing, incoming }) => (way === 'forward' ? outgoing : incoming));
  const all = own.flat();
  const starts = new Int32Array(nodes.length + 1);
  own.forEach((steps, node) => {
    starts[node + 1] = (starts[node] ?? 0) + steps.length;
  });
  return {
    order: Int32Array.from(way === 'forward' ? order : order.toReversed(), ({ index }) => index),
    starts,
    step: Int32Array.from(all, ({ index }) => index),
    next: Int32Array.from(all, ({ giver, receiver }) => (way === 'forward' ? receiver : giver).index),
    share: Int32Array.from(all, ({ passes, contributes }) => (way === 'forward' ? passes : contributes)),
    grade: Uint8Array.from(all, ({ grade }) => grade),
    from: Int32Array.from(all, ({ link: { from } }) => (from === undefined ? 0 : dayNumber(from))),
    to: Int32Array.from(all, ({ link: { to } }) => (to === undefined ? 99_999_999 : dayNumber(to))),
    most: own.reduce((most, { length }) => Math.max(most, length), 0),
  };
};

/** A day as a number that is greater the later it is. */
export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));
