import { civilDate, dayNumber, isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';

/** The day so many months earlier; of a month that is too short, its last day. */
export const monthsBefore = (day: Day, months: number): Day => {
  const { year, month, day: ofMonth } = civilDate(parseIsoDate(day));
  const last = dayNumber(year, month - months + 1, 1) - 1;
  return isoDate(Math.min(dayNumber(year, month - months, 1) + ofMonth - 1, last));
};

/** Whole years that have begun between two days: 1 within the first year, 2 within the second. */
export const yearAhead = (from: Day, to: Day): number => {
  let year = 1;
  while (monthsBefore(to, 12 * year) > from) year++;
  return year;
};
