import { z } from 'zod';
import { civilDate, dayNumber, weekdayIndex } from './civil.ts';
import { localDay, startOfLocalDay } from './local.ts';

export const PeriodKind = z.enum(['week', 'month', 'quarter', 'half', 'year']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** A named stretch of the organisation's calendar, half-open, both ends as UTC instants in ISO 8601. */
export type Period = { readonly key: string; readonly from: string; readonly until: string };

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/**
 * Every whole period that shares an instant with [from, until), in order, each beginning where the one before ends.
 *
 * The first and the last are not cut to the window: a label names the whole of its period. Days begin at local midnight of
 * the zone. Weeks are those of ISO 8601 (Monday first, '2025-W01' holds the year's first Thursday) and months those
 * of the calendar, whatever the fiscal year. When the fiscal year starts in another month than January, its year,
 * halves and quarters are named by the calendar year in which it ends: with a start in April, 2025-05 is in 'FY2026-Q1'.
 */
export const periodsBetween = (
  kind: PeriodKind,
  from: string,
  until: string,
  zone: string,
  fiscalStart = 1,
): Period[] => {
  if (!(Number.isInteger(fiscalStart) && fiscalStart >= 1 && fiscalStart <= 12)) {
    throw new RangeError(`a year cannot start in month ${fiscalStart}`);
  }
  const first = Date.parse(from);
  const end = Date.parse(until);
  if (Number.isNaN(first) || Number.isNaN(end)) throw new RangeError(`${from} to ${until} is no window`);
  const { stepOf, dayOf, keyOf } = kind === 'week' ? weeks : months(monthsIn[kind], kind, fiscalStart);

  const periods: Period[] = [];
  for (let step = stepOf(localDay(first, zone)); ; step++) {
    const start = startOfLocalDay(dayOf(step), zone);
    const next = startOfLocalDay(dayOf(step + 1), zone);
    if (start >= end) return periods;
    if (next > first) periods.push({ key: keyOf(step), from: iso(start), until: iso(next) });
  }
};

const iso = (ms: number): string => new Date(ms).toISOString();
const fourDigits = (year: number): string => String(year).padStart(4, '0');

/** A row of equal steps through the calendar: which step a day is in, on which day a step begins, what it is called. */
type Steps = {
  readonly stepOf: (day: number) => number;
  readonly dayOf: (step: number) => number;
  readonly keyOf: (step: number) => string;
};

/** Day 4 was a Monday: 1970-01-05. */
const firstMonday = 4;

const weeks: Steps = {
  stepOf: (day) => (day - weekdayIndex(day) - firstMonday) / 7,
  dayOf: (step) => step * 7 + firstMonday,
  keyOf: (step) => {
    const thursday = step * 7 + firstMonday + 3;
    const { year } = civilDate(thursday);
    const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
    return `${fourDigits(year)}-W${String(week).padStart(2, '0')}`;
  },
};

const months = (length: number, kind: Exclude<PeriodKind, 'week'>, fiscalStart: number): Steps => {
  const shift = kind === 'month' ? 0 : fiscalStart - 1;
  const monthOf = (step: number): number => step * length + shift;
  return {
    stepOf: (day) => {
      const { year, month } = civilDate(day);
      return Math.floor((year * 12 + month - 1 - shift) / length);
    },
    dayOf: (step) => dayNumber(0, monthOf(step) + 1, 1),
    keyOf: (step) => monthsKey(kind, step * length, shift),
  };
};

/** `months` counts from the start of the fiscal year that ends in, or is, the year 0. */
const monthsKey = (kind: Exclude<PeriodKind, 'week'>, months: number, shift: number): string => {
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  const name = shift === 0 ? fourDigits(year) : `FY${fourDigits(year + 1)}`;
  const part = {
    month: `-${String(month + 1).padStart(2, '0')}`,
    quarter: `-Q${month / 3 + 1}`,
    half: `-H${month / 6 + 1}`,
    year: '',
  };
  return name + part[kind];
};
