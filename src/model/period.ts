import { z } from 'zod';
import { Day } from './day.ts';

/**
 * When a record holds: from a day, up to but not including another. What is left out is open.
 *
 * Half-open, as every window here is, so that what ends on the first of April and what starts on it neither overlap nor
 * leave a gap. "Until the end of March" is written `to: 2026-04-01`.
 */
export const period = { from: Day.optional(), to: Day.optional() };

export type Period = { readonly from?: Day | undefined; readonly to?: Day | undefined };

/** For a record's schema: a period ends after it starts. */
export const endsAfterStart = z.check<Period>(({ value, issues }) => {
  if (value.from === undefined || value.to === undefined || value.from < value.to) return;
  issues.push({ code: 'custom', input: value.to, path: ['to'], message: `a day after ${value.from}, where it starts` });
});

/** Whether a record holds on a day: its first day counts, its last does not. */
export const holdsOn = ({ from, to }: Period, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day < to);

/** Whether two records hold on at least one day in common. */
export const overlap = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.to === undefined || a.from < b.to) &&
  (b.from === undefined || a.to === undefined || b.from < a.to);

/** A period in words, for messages. */
export const inWords = ({ from, to }: Period): string =>
  from === undefined
    ? to === undefined
      ? 'always'
      : `before ${to}`
    : to === undefined
      ? `from ${from} on`
      : `from ${from} to ${to}`;
