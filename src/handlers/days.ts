import { isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import { localDay, startOfLocalDay } from '#model/calendar/local.ts';
import { Fault } from '#model/fault.ts';

/** The local midnight that begins the day of an instant (ms), or of the day `later` days after it, in ISO 8601. */
export const startOfDay = (instant: number, timeZone: string, later: number): string =>
  new Date(startOfLocalDay(localDay(instant, timeZone) + later, timeZone)).toISOString();

/** No log of work is older, and what is later is a slip of the finger. */
const years = { first: 1900, last: 2199 };

/** An instant from what a person typed: a day means its local midnight. `field` is what the refusal calls it. */
export const momentOf = (typed: string, timeZone: string, field: string): string => {
  const [day = ''] = typed.split('T', 1);
  const refused = (expected: string): Fault =>
    new Fault('input-refused', { field, found: JSON.stringify(typed), expected });
  const year = Number(day.slice(0, 4));
  if (!(year >= years.first && year <= years.last)) throw refused(`a year from ${years.first} to ${years.last}`);
  if (!isInCalendar(day)) throw refused('a day of the calendar, such as 2025-03-01,');
  if (!typed.includes('T')) return new Date(startOfLocalDay(parseIsoDate(day), timeZone)).toISOString();
  const instant = new Date(typed);
  if (Number.isNaN(instant.getTime())) throw refused('an instant such as 2025-03-01T14:05:00Z');
  return instant.toISOString();
};

const isInCalendar = (day: string): boolean => {
  const number = parseIsoDate(day);
  return !Number.isNaN(number) && isoDate(number) === day;
};

/** An instant as the clocks of a zone show it: a midnight by its day alone. */
export const localText = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(/ 00:00$/u, '');
