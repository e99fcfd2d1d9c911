import { isoDate, weekdayIndex } from '#model/calendar/civil.ts';
import { localDay } from '#model/calendar/local.ts';
import { periodsBetween } from '#model/calendar/periods.ts';
import { openStretches, type WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { ConformanceContext } from '../context.ts';

const lastDays = 10;

/** Of a short period the end is at most so much: the last ten working days of a week would be all of it, and more. */
const mostOfPeriod = 1 / 3;

/** The days (by number) of the window's planning periods from the tenth-last working day on, in order. */
export const periodEnds = ({
  planningPeriod,
  window,
  timeZone,
  fiscalYearStart,
  calendar,
}: ConformanceContext): number[] => {
  const isWorked = workedDays(calendar);
  return periodsBetween(planningPeriod, window.from, window.until, timeZone, fiscalYearStart).flatMap(
    ({ from, until }) => {
      const first = localDay(Date.parse(from), timeZone);
      const days = Array.from({ length: localDay(Date.parse(until), timeZone) - first }, (_, index) => first + index);
      const worked = days.filter(isWorked);
      const begins = worked[worked.length - Math.min(lastDays, Math.floor(worked.length * mostOfPeriod))];
      return begins === undefined ? [] : days.filter((day) => day >= begins);
    },
  );
};

/** Whether a day has open hours and is no holiday. */
const workedDays = (calendar: WorkingCalendar): ((day: number) => boolean) => {
  const open = openStretches(calendar).map((stretches) => stretches.length > 0);
  const holidays = new Set(calendar.holidays);
  return (day) => open[weekdayIndex(day)] === true && !holidays.has(isoDate(day));
};
