import { workingBreakpoints } from './working-breakpoints.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Time cut into equal slots, each wholly open or wholly closed, so that a database can count working time. */
export type Slots = {
  readonly slotMs: number;
  /** The instant at which slot 0 begins: a multiple of `slotMs`, at or before the first instant asked for. */
  readonly originMs: number;
  /** Working time from the origin until each slot begins. */
  readonly cumulativeMs: Float64Array;
  /** 1 for an open slot. */
  readonly open: Uint8Array;
};

const minute = 60_000;
const hour = 60 * minute;

/** About 300 MB; a workspace with hours to the quarter reaches it after nine centuries. */
const mostSlots = 2 ** 25;

/**
 * The coarsest slots, of a minute to an hour, that fit the calendar over [from, until).
 *
 * The working time until t is cumulativeMs[i] + open[i] × (t − originMs − i × slotMs), with i = ⌊(t − originMs) / slotMs⌋.
 * Zones that kept sun time to the second (none after 1972) are rounded to the minute here, and only here. A span that
 * would need more slots than a machine should hold is refused: cut the span to the evidence first.
 */
export const slots = (calendar: WorkingCalendar, fromMs: number, untilMs: number): Slots => {
  refuseMore((untilMs - fromMs) / hour);
  const from = Math.floor(fromMs / hour) * hour;
  const until = Math.ceil(untilMs / hour) * hour;
  const intervals = workingBreakpoints(calendar, from, until).map((ends) => ends.map(toMinute));
  const slotMs = intervals.flat().reduce(greatestCommonDivisor, hour);
  const originMs = Math.floor(fromMs / slotMs) * slotMs;
  const count = Math.max(0, Math.ceil((untilMs - originMs) / slotMs));
  refuseMore(count);

  const open = new Uint8Array(count);
  for (const [start = 0, end = 0] of intervals) {
    open.fill(1, Math.max(0, (start - originMs) / slotMs), Math.max(0, (end - originMs) / slotMs));
  }
  return { slotMs, originMs, open, cumulativeMs: runningTotal(open, slotMs) };
};

const refuseMore = (count: number): void => {
  if (count > mostSlots) throw new RangeError(`${count} slots are too many to hold`);
};

const toMinute = (ms: number): number => Math.round(ms / minute) * minute;

const greatestCommonDivisor = (a: number, b: number): number => {
  let [large, small] = [Math.abs(a), Math.abs(b)];
  while (small > 0) [large, small] = [small, large % small];
  return large;
};

const runningTotal = (open: Uint8Array, slotMs: number): Float64Array => {
  let total = 0;
  return Float64Array.from(open, (isOpen) => {
    const before = total;
    total += isOpen * slotMs;
    return before;
  });
};
