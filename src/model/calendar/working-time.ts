import { civilDate, parseIsoDate, utcYear, yearLike, yearStart } from './civil.ts';
import { workingBreakpoints } from './working-breakpoints.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { lastRead } from './zone-offsets.ts';

/** A clock that only runs while people work. Instants and durations are in milliseconds. */
export type WorkingTime = {
  /** Working time from one instant to another, exactly; negative when the second comes first. */
  readonly between: (a: number, b: number) => number;
  /** Working time since 1970 began in UTC; negative before. */
  readonly cumulative: (t: number) => number;
};

/** The intervals of a UTC year, with the working time of the year that lies before each. */
type WorkingYear = {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
};

const clocks = new WeakMap<WorkingCalendar, WorkingTime>();

/**
 * The working clock of a calendar. Each year is worked out when it is first asked for, then looked up, for as long as the
 * calendar is held.
 *
 * An open end such as 9999-12-31 is no trouble: of far years only the total is needed, and each of the 14 kinds of year
 * is counted once.
 */
export const workingTime = (calendar: WorkingCalendar): WorkingTime =>
  remembered(clocks, calendar, () => clockOf(calendar));

const clockOf = (calendar: WorkingCalendar): WorkingTime => {
  const years = new Map<number, WorkingYear>();
  const yearOf = (year: number): WorkingYear => remembered(years, year, () => findYear(calendar, year));
  const totalBefore = runningTotals(totalOfYears(calendar, yearOf));
  const cumulative = (t: number): number => {
    const year = utcYear(t);
    return totalBefore(year) + worked(yearOf(year), t);
  };
  return { cumulative, between: (a, b) => cumulative(b) - cumulative(a) };
};

/** A map, or one that lets go of what nobody holds any more. */
type Memory<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown };

const remembered = <Key, Value>(known: Memory<Key, Value>, key: Key, find: () => Value): Value => {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const found = find();
  known.set(key, found);
  return found;
};

const findYear = (calendar: WorkingCalendar, year: number): WorkingYear => {
  const intervals = workingBreakpoints(calendar, yearStart(year), yearStart(year + 1));
  const starts = new Float64Array(intervals.length);
  const ends = new Float64Array(intervals.length);
  const before = new Float64Array(intervals.length);
  let total = 0;
  for (const [index, [start, end]] of intervals.entries()) {
    starts[index] = start;
    ends[index] = end;
    before[index] = total;
    total += end - start;
  }
  return { starts, ends, before, total };
};

/** The working time of a year until an instant in it. */
const worked = ({ starts, ends, before }: WorkingYear, t: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= t) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  return index < 0 ? 0 : (before[index] ?? 0) + Math.min(t, ends[index] ?? 0) - (starts[index] ?? 0);
};

/** The last year before any zone left sun time; the 28 years that end here leave out no leap year. */
const lastOfSunTime = 1799;

/** A far year without a holiday near it has as much working time as a year with the same calendar. */
const totalOfYears = (calendar: WorkingCalendar, yearOf: (year: number) => WorkingYear): ((year: number) => number) => {
  const withoutHolidays = { ...calendar, holidays: [] };
  const plain = new Map<number, number>();
  const special = new Set(
    calendar.holidays.flatMap((date) => {
      const { year } = civilDate(parseIsoDate(date));
      return [year - 1, year, year + 1];
    }),
  );
  return (year) => {
    const near = year > lastOfSunTime && year <= lastRead;
    if (near || special.has(year)) return yearOf(year).total;
    const like = yearLike(year, year > lastRead ? lastRead : lastOfSunTime);
    return remembered(plain, like, () => findYear(withoutHolidays, like).total);
  };
};

/** Sums the years between 1970 and the one asked for, forward or back, and keeps the sums. */
const runningTotals = (totalOf: (year: number) => number): ((year: number) => number) => {
  const after = [0];
  const before = [0];
  return (year) => {
    const sums = year >= 1970 ? after : before;
    const steps = Math.abs(year - 1970);
    for (let step = sums.length; step <= steps; step++) {
      const sum = sums[step - 1] ?? 0;
      sums.push(year >= 1970 ? sum + totalOf(1970 + step - 1) : sum - totalOf(1970 - step));
    }
    return sums[steps] ?? 0;
  };
};
