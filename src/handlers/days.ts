import { parseIsoDate } from '#model/calendar/civil.ts';
import { localDay, startOfLocalDay } from '#model/calendar/local.ts';

/** The local midnight that begins the day of an instant (ms), or of the day `later` days after it, in ISO 8601. */
export const startOfDay = (instant: number, timeZone: string, later: number): string =>
  new Date(startOfLocalDay(localDay(instant, timeZone) + later, timeZone)).toISOString();

/** An instant from what a person typed: a day means its local midnight. */
export const momentOf = (typed: string, timeZone: string): string =>
  typed.includes('T')
    ? new Date(typed).toISOString()
    : new Date(startOfLocalDay(parseIsoDate(typed), timeZone)).toISOString();
