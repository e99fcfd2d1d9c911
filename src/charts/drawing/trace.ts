import type { Grade } from '#model/reading.ts';

/** What a chain of value is made of, in its order. */
export const traceKinds = ['investment', 'initiative', 'capability', 'outcome', 'benefit'] as const;
/** The columns of a trace, in the order in which it is read. */
export const columnsOf = (way: 'forward' | 'backward'): readonly TraceKind[] =>
  way === 'forward' ? traceKinds : traceKinds.toReversed();

export type TraceKind = (typeof traceKinds)[number];

export type TraceNode = {
  readonly key: string | null;
  readonly id: string;
  readonly kind: TraceKind;
  readonly name: string;
  /** The money that reaches it, in the currency of the data; null where no money is traced to it. */
  readonly amount: number | null;
  /** What else is said of it: an effect, a sign-off. */
  readonly note: string | null;
};

export type TraceLink = {
  readonly key: string | null;
  readonly from: string;
  readonly to: string;
  readonly amount: number | null;
  readonly grade: Grade | null;
};

/** Money that goes no further, and why. */
export type TraceStub = {
  readonly key: string | null;
  readonly from: string;
  readonly reason: string;
  readonly amount: number | null;
};

export type ValueTraceData = {
  /** Money goes forward; effects go back, from the benefit on the left to the money on the right, and links with them. */
  readonly way: 'forward' | 'backward';
  readonly currency: string;
  readonly period: string;
  readonly nodes: readonly TraceNode[];
  readonly links: readonly TraceLink[];
  readonly stubs: readonly TraceStub[];
};
