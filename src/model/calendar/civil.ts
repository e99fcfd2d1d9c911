/** Days and dates of the Gregorian calendar, carried back before its time as ISO 8601 asks, with no clock and no zone. */

export const dayMs = 86_400_000;

/** A date as it is said: months and days counted from 1. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Days since 1970-01-01. A month beyond 12, or a day beyond the month's end, runs on into the next.
 *
 * Counted from March, so that the odd day of a leap year comes last; a 400-year cycle has 146,097 days.
 */
export const dayNumber = (year: number, month: number, day: number): number => {
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (months - shifted * 12) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
};

/** The date of a day number. */
export const civilDate = (day: number): CivilDate => {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** '2025-03-30'; years past 9999 get the sign and six digits of ISO 8601. */
export const isoDate = (day: number): string => {
  const instant = new Date(day * dayMs).toISOString();
  return instant.slice(0, instant.indexOf('T'));
};

/** The day number of '2025-03-30'. */
export const parseIsoDate = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);

/** 0 is Monday, 6 is Sunday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The UTC year that an instant falls in. */
export const utcYear = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear();
  if (Number.isNaN(year)) throw new RangeError(`${ms} is no instant`);
  return year;
};

/** The instant at which a UTC year begins. */
export const yearStart = (year: number): number => dayNumber(year, 1, 1) * dayMs;

/**
 * A year from the 28 that end with `last` in which every date falls on the same day of the week.
 *
 * There is exactly one such leap year and at least three such common years, as long as no leap year is left out among
 * the 28 (as in 1900 or 2100).
 */
export const yearLike = (year: number, last: number): number => {
  const length = yearLength(year);
  const weekday = weekdayIndex(dayNumber(year, 1, 1));
  for (let like = last; like > last - 28; like--) {
    if (yearLength(like) === length && weekdayIndex(dayNumber(like, 1, 1)) === weekday) return like;
  }
  throw new RangeError(`no year of the 28 until ${last} is like ${year}`);
};

const yearLength = (year: number): number => dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
