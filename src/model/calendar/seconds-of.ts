import { type Clock, type Duration, lengthOf } from '../duration.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * A duration in seconds on its clock.
 *
 * A day on the working clock is as long as the calendar's open weekdays are on average: with 08:00–17:00 from Monday to
 * Friday, P1D is nine hours. A calendar that is never open counts days as elapsed.
 */
export const secondsOf = (duration: Duration, clock: Clock, calendar: WorkingCalendar): number => {
  const { days, seconds } = lengthOf(duration);
  return days * (clock === 'working' ? workingDay(calendar) : 86_400) + seconds;
};

const workingDay = ({ hours }: WorkingCalendar): number => {
  const open = Object.values(hours)
    .map((ranges) => ranges.reduce((sum, { from, until }) => sum + minutes(until) - minutes(from), 0) * 60)
    .filter((length) => length > 0);
  return open.length === 0 ? 86_400 : open.reduce((sum, length) => sum + length, 0) / open.length;
};

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
};
