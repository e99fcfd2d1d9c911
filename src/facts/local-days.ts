import { dayMs } from '#model/calendar/civil.ts';
import { localDay } from '#model/calendar/local.ts';
import { type OffsetSpan, offsetSpans } from '#model/calendar/zone-offsets.ts';

/** The number of the local day of an instant, in ms. */
export type LocalDays = (instant: number) => number;

/**
 * Local days of a zone, for very many instants that lie between two (in ms, both ends included); others are answered too.
 *
 * Instants that follow each other mostly lie between the same two changes of the clocks.
 */
export const localDays = (timeZone: string, from: number, until: number): LocalDays => {
  const spans = offsetSpans(timeZone, from, until + 1);
  let span: OffsetSpan | undefined;
  return (instant) => {
    const here = (each: OffsetSpan | undefined): boolean =>
      each !== undefined && instant >= each.from && instant < each.until;
    if (!here(span)) span = spans.find(here);
    return span ? Math.floor((instant + span.offset) / dayMs) : localDay(instant, timeZone);
  };
};
