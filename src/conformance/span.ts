/** A half-open stretch of time in ms: the window asked for, one planning period of it, or the time a record holds. */
export type Span = { readonly from: number; readonly until: number };

/** From the first to the last instant that a date can tell. */
export const always: Span = { from: -8.64e15, until: 8.64e15 };

/** Whether two stretches share an instant. */
export const meet = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;
