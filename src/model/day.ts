import { z } from 'zod';
import { isoDate, parseIsoDate } from './calendar/civil.ts';
import { utcToLocalDate } from './calendar/local.ts';

/** A calendar day, YYYY-MM-DD, in the workspace's time zone. */
export const Day = z.iso.date('a day such as 2026-03-31');
export type Day = z.infer<typeof Day>;

/** A moment with its offset, in ISO 8601. */
export const Instant = z.iso.datetime({
  offset: true,
  error: 'an instant such as 2026-03-31T14:05:00Z or 2026-03-31T16:05:00+02:00',
});
export type Instant = z.infer<typeof Instant>;

/** The day on the wall calendar of a time zone at an instant. */
export const dayOf = (instant: string, timeZone: string): Day => utcToLocalDate(Date.parse(instant), timeZone);

export const dayBefore = (day: Day): Day => isoDate(parseIsoDate(day) - 1);

export const dayAfter = (day: Day): Day => isoDate(parseIsoDate(day) + 1);
