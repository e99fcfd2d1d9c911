import { dayMs, dayNumber, isoDate } from './civil.ts';
import { offsetAt, offsetSpans } from './zone-offsets.ts';

/** What a clock on the wall and the calendar beside it show; months and days are counted from 1. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly millisecond?: number;
};

/** `gap`: the clocks skipped this time. `overlap`: they showed it twice. */
export type ZonedInstant = { readonly ms: number; readonly kind: 'exact' | 'gap' | 'overlap' };

/**
 * The instant at which a zone's clocks show a local time.
 *
 * A time that the clocks skipped moves forward by what they skipped (02:30 becomes 03:30), as most software writes it.
 * A time shown twice is taken at its first showing. Second 60 is the next minute's 0: UTC here has no leap seconds.
 */
export const zonedToUtc = (local: LocalTime, zone: string): ZonedInstant => wallToUtc(wallMs(local), zone);

/** The same for a local time written as the milliseconds UTC would have if its clocks showed it. */
export const wallToUtc = (wall: number, zone: string): ZonedInstant => {
  const before = offsetAt(zone, wall - dayMs);
  if (before === offsetAt(zone, wall + dayMs)) return { ms: wall - before, kind: 'exact' };
  const { showings } = nearChange(wall, zone);
  const [first] = showings;
  if (first === undefined) return { ms: wall - before, kind: 'gap' };
  return { ms: first, kind: showings.length > 1 ? 'overlap' : 'exact' };
};

/** The first instant of a local day (a day number), also where the clocks skip its midnight. */
export const startOfLocalDay = (day: number, zone: string): number => {
  const wall = day * dayMs;
  const { ms, kind } = wallToUtc(wall, zone);
  return kind === 'gap' ? nearChange(wall, zone).skippedTo : ms;
};

/** The local date of an instant, as '2025-03-30'. */
export const utcToLocalDate = (ms: number, zone: string): string => isoDate(localDay(ms, zone));

/** The local date of an instant, as a day number. */
export const localDay = (ms: number, zone: string): number => Math.floor((ms + offsetAt(zone, ms)) / dayMs);

const wallMs = ({ year, month, day, hour, minute, second = 0, millisecond = 0 }: LocalTime): number =>
  dayNumber(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

/** Every instant at which the clocks show a time, and the end of the gap if there is none. */
const nearChange = (wall: number, zone: string): { showings: number[]; skippedTo: number } => {
  const spans = offsetSpans(zone, wall - dayMs, wall + dayMs);
  const showings = spans.flatMap(({ from, until, offset }) =>
    wall - offset >= from && wall - offset < until ? [wall - offset] : [],
  );
  const after = spans.find(({ from, offset }) => wall - offset < from);
  return { showings, skippedTo: after?.from ?? wall };
};
