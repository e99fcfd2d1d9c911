import type { Day } from '#model/day.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';

/** A stretch of days, up to but not including `to`. */
export type Span = { readonly from: Day; readonly to: Day };

/** Planning periods by their keys. */
export type Periods = ReadonlyMap<string, PlanningPeriod>;

export const periodsByKey = (periods: readonly PlanningPeriod[]): Periods =>
  new Map(periods.map((period) => [period.key, period]));

/** The period that a record names; that there is one was checked when the record was taken in. */
export const periodCalled = (key: string, periods: Periods): PlanningPeriod => {
  const period = periods.get(key);
  if (!period) throw new Error(`the planning period ${key} was checked and is gone`);
  return period;
};

/** Whether all days of the inner spans' union are days of the others. Days are compared as texts. */
export const covers = (outer: readonly Span[], inner: readonly Span[]): boolean => inner.every(coveredBy(outer));

/** Whether all days of a span are days of some others, which are looked through once. */
export const coveredBy = (outer: readonly Span[]): ((span: Span) => boolean) => {
  const merged = together(outer);
  return ({ from, to }) => merged.some((span) => span.from <= from && to <= span.to);
};

/** Spans that share a day or meet, as one, in the order of time. */
const together = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged.splice(-1, 1, { from: last.from, to: later(last.to, span.to) });
    else merged.push(span);
  }
  return merged;
};

export const later = (a: Day, b: Day): Day => (a < b ? b : a);
