import type { Grade } from '#model/reading.ts';

/** What a chain of value is made of, in its order. */
export const traceKinds = ['investment', 'initiative', 'capability', 'outcome', 'benefit'] as const;
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
  readonly currency: string;
  readonly period: string;
  readonly nodes: readonly TraceNode[];
  readonly links: readonly TraceLink[];
  readonly stubs: readonly TraceStub[];
};
