/** An instant as whole minutes since 1970-01-01 in UTC: the logs of the example know nothing finer. */
export type Minute = number;

const utc = (year: number, month: number, day: number, hour = 0): Minute => Date.UTC(year, month, day, hour) / 60_000;

/** 01:00 UTC on the last Sunday of a month, when clocks in Europe change. */
const clockChange = (year: number, month: number): Minute => {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return utc(year, month, last.getUTCDate() - last.getUTCDay(), 1);
};

/** How far the wall clock in Berlin is ahead of UTC. */
const offsetAt = (instant: Minute): number => {
  const year = new Date(instant * 60_000).getUTCFullYear();
  return instant >= clockChange(year, 2) && instant < clockChange(year, 9) ? 120 : 60;
};

/** The instant of a time on the wall clock. No clock of the example is read between 01:00 and 03:00, when it may be unclear. */
export const instantOf = (day: string, minuteOfDay: number): Minute => {
  const wall = Date.parse(`${day}T00:00:00Z`) / 60_000 + minuteOfDay;
  const guess = wall - 60;
  return wall - offsetAt(guess);
};

/** The wall clock as the logs show it: YYYY-MM-DD HH:MM, without a zone. */
export const wallClock = (instant: Minute): string =>
  new Date((instant + offsetAt(instant)) * 60_000).toISOString().slice(0, 16).replace('T', ' ');

export const dayOf = (instant: Minute): string => wallClock(instant).slice(0, 10);

export const iso = (instant: Minute): string => new Date(instant * 60_000).toISOString();

/** The last microsecond of the day of an instant: until then a thing that is needed by that day is in time. */
export const lastOfDay = (instant: Minute): Minute => instantOf(dayAfter(dayOf(instant)), 0) - 1 / 60_000_000;

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 0 is Sunday, as in `Date`. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const firstDay = '2025-01-01';
/** The first day after the log. */
export const endDay = '2026-04-01';
export const start: Minute = instantOf(firstDay, 0);
export const end: Minute = instantOf(endDay, 0);

/** Public holidays in Berlin, and the days on which this organisation is closed. */
export const holidays = [
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-01',
  '2025-05-08',
  '2025-05-29',
  '2025-06-09',
  '2025-10-03',
  '2025-12-24',
  '2025-12-25',
  '2025-12-26',
  '2025-12-31',
  '2026-01-01',
]; // prettier-ignore

const opens = 8 * 60;
const closes = 17 * 60;
/** Minutes of one working day. */
export const workday = closes - opens;

export const isWorkingDay = (day: string): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && !holidays.includes(day);

/** How many of the last working days of a quarter are its end. */
const lastDays = 10;

/** Whether a day is one of the last ten working days of its quarter, or a day between them. */
export const isQuarterEnd = (day: string): boolean => {
  const quarter = (date: string): string => `${date.slice(0, 4)} ${Math.floor((Number(date.slice(5, 7)) - 1) / 3)}`;
  let later = 0;
  for (let next = dayAfter(day); quarter(next) === quarter(day); next = dayAfter(next)) if (isWorkingDay(next)) later++;
  return later < lastDays;
};

type WorkingDay = { readonly opens: Minute; readonly before: number };

/** Every working day that the simulation can reach, with the working minutes before it. */
const workingDays: readonly WorkingDay[] = (() => {
  const days: WorkingDay[] = [];
  for (let day = firstDay; day < '2028-01-01'; day = dayAfter(day)) {
    if (isWorkingDay(day)) days.push({ opens: instantOf(day, opens), before: days.length * workday });
  }
  return days;
})();

/** The last working day that has opened by an instant; -1 before the first. */
const dayIndex = (instant: Minute): number => {
  let low = 0;
  let high = workingDays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((workingDays[middle]?.opens ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Working minutes from the first day until an instant. */
export const workedBy = (instant: Minute): number => {
  const day = workingDays[dayIndex(instant)];
  return day ? day.before + Math.min(workday, instant - day.opens) : 0;
};

/** The instant at which so many more working minutes have passed; always inside the hours of work. */
export const afterWorking = (instant: Minute, minutes: number): Minute => {
  const worked = workedBy(instant) + minutes;
  const day = workingDays[Math.floor(worked / workday)];
  if (!day) throw new RangeError('the working calendar ends before that');
  return day.opens + (worked - day.before);
};

/** The end of work, so many working days after the day of an instant. */
export const closeOfWork = (instant: Minute, days: number): Minute => {
  const today = dayIndex(instant);
  const day = workingDays[Math.max(0, today + days)];
  if (!day) throw new RangeError('the working calendar ends before that');
  return day.opens + workday;
};
