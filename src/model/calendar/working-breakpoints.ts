import { dayMs, parseIsoDate, weekdayIndex } from './civil.ts';
import { openStretches, type WorkingCalendar } from './working-calendar.ts';
import { type OffsetSpan, offsetSpans } from './zone-offsets.ts';

/** A half-open stretch of working time, in UTC milliseconds. */
export type WorkingInterval = [startUtcMs: number, endUtcMs: number];

/**
 * The working time inside [from, until), as sorted intervals that do not touch.
 *
 * An instant is working time when the wall clock then shows an open hour of a date that is no holiday. So hours that the
 * clocks skip are not worked, and hours that they show twice are worked twice: a shift from 01:00 to 03:00 lasts three
 * hours in the night when 02:00 becomes 01:00 again, and one that ends at 01:30 is taken up again at the second 01:00. The
 * other reading, from the first showing of the start to the last of the end, gives the same but for such a range.
 */
export const workingBreakpoints = (
  calendar: WorkingCalendar,
  fromInstant: number,
  untilInstant: number,
): WorkingInterval[] => {
  const intervals: WorkingInterval[] = [];
  const week = openStretches(calendar);
  const holidays = new Set(calendar.holidays.map(parseIsoDate));
  for (const span of offsetSpans(calendar.timeZone, fromInstant, untilInstant)) {
    const last = dayIn(span, span.until - 1);
    for (let day = dayIn(span, span.from); day <= last; day++) {
      if (holidays.has(day)) continue;
      for (const { from, until } of week[weekdayIndex(day)] ?? []) {
        const midnight = day * dayMs - span.offset;
        append(intervals, Math.max(span.from, midnight + from), Math.min(span.until, midnight + until));
      }
    }
  }
  return intervals;
};

/** The local day of an instant of a span, counted from 1970. */
const dayIn = ({ offset }: OffsetSpan, instant: number): number => Math.floor((instant + offset) / dayMs);

const append = (intervals: WorkingInterval[], start: number, end: number): void => {
  const last = intervals.at(-1);
  if (start >= end) return;
  if (last?.[1] === start) last[1] = end;
  else intervals.push([start, end]);
};
