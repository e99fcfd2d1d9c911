import { civilDate, dayNumber, isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';

/** The day so many months earlier; of a month that is too short, its last day. */
export const monthsBefore = (day: Day, months: number): Day => {
  const { year, month, day: ofMonth } = civilDate(parseIsoDate(day));
  const last = dayNumber(year, month - months + 1, 1) - 1;
  return isoDate(Math.min(dayNumber(year, month - months, 1) + ofMonth - 1, last));
};

/**
 * Whole years that have begun between two days: 1 within the first year, 2 within the second.
 *
 * Told from the texts alone, since bands ask it of every forecast of every similar benefit.
 */
export const yearAhead = (from: Day, to: Day): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(1, to.slice(5) > from.slice(5) ? years + 1 : years);
};
