import { slots } from '#model/calendar/slots.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { workingTime } from '#model/calendar/working-time.ts';
import type { WorkingClock } from './item-history.ts';

const longest = 60 * 366 * 86_400_000;

/**
 * The working clock of a calendar, made for very many questions between two instants.
 *
 * Two look-ups in an array answer each one. A log with a stray date centuries away would need too large an array and
 * gets the slower clock; both say the same, and so do clocks of other spans, because both count from 1970 on.
 */
export const workingClock = (calendar: WorkingCalendar, from: number, until: number): WorkingClock => {
  const { cumulative } = workingTime(calendar);
  if (!(until - from < longest)) return cumulative;
  const { slotMs, originMs, cumulativeMs, open } = slots(calendar, from, until + 3_600_000);
  const before = cumulative(originMs);
  for (const [slot, worked] of cumulativeMs.entries()) cumulativeMs[slot] = before + worked;
  const last = open.length - 1;
  return (instant) => {
    const slot = Math.min(last, Math.max(0, Math.floor((instant - originMs) / slotMs)));
    return (cumulativeMs[slot] ?? 0) + (open[slot] === 1 ? instant - originMs - slot * slotMs : 0);
  };
};
