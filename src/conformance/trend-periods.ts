import { periodsBetween } from '#model/calendar/periods.ts';
import type { ConformanceContext } from './context.ts';
import type { Span } from './span.ts';

/** A period counts as over on its last day already: logs rarely end at midnight. */
const nearlyOver = 86_400_000;

/** The last two planning periods that lie in the window as a whole, the older one first; fewer where there are none. */
export const trendPeriods = ({
  planningPeriod,
  window,
  timeZone,
  fiscalYearStart,
  asOf,
}: ConformanceContext): (Span & { readonly key: string })[] =>
  periodsBetween(planningPeriod, window.from, window.until, timeZone, fiscalYearStart)
    .map(({ key, from, until }) => ({ key, from: Date.parse(from), until: Date.parse(until) }))
    .filter(({ from }) => from >= Date.parse(window.from))
    .filter(({ until }) => until <= Math.min(Date.parse(window.until), asOf + nearlyOver))
    .slice(-2);
