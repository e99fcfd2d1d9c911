import { civilDate, dayNumber, isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';

/** A year of accounts, up to but not including `to`. */
export type FiscalYear = { readonly year: string; readonly from: Day; readonly to: Day };

/**
 * The year of accounts that holds a day. One that begins in another month than January is called by the calendar year in
 * which it ends, as in all of this product: FY2027.
 */
export const fiscalYearOf = (day: Day, startsIn: number): FiscalYear => {
  const { year, month } = civilDate(parseIsoDate(day));
  return fiscalYear(month < startsIn ? year - 1 : year, startsIn);
};

/** Every year of accounts from that of one day to that of another, without a gap. */
export const fiscalYears = (first: Day, last: Day, startsIn: number): FiscalYear[] => {
  const years = [fiscalYearOf(first, startsIn)];
  for (let latest = years[0]; latest && latest.to <= last; latest = years.at(-1)) {
    years.push(fiscalYearOf(latest.to, startsIn));
  }
  return years;
};

const fiscalYear = (begins: number, startsIn: number): FiscalYear => ({
  year: startsIn === 1 ? String(begins) : `FY${begins + 1}`,
  from: isoDate(dayNumber(begins, startsIn, 1)),
  to: isoDate(dayNumber(begins + 1, startsIn, 1)),
});
