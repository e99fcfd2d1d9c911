import { z } from 'zod';
import { isZone } from '../time-zone.ts';

/** Any zone name the platform knows, such as Europe/Berlin. */
const TimeZone = z.string().refine(isZone, { error: 'is no time zone such as Europe/Berlin' });

const TimeOfDay = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'is no time of day such as 08:00, from 00:00 to 24:00' });

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** From a time until a later one of the same day; a night shift is written as two, until 24:00 and from 00:00. */
const OpenHours = z
  .strictObject({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from < until, { error: 'ends before it begins; write a night as two, split at 24:00' })
  .readonly();
type OpenHours = z.infer<typeof OpenHours>;

const byStart = (ranges: readonly OpenHours[]): OpenHours[] =>
  ranges.toSorted((a, b) => minuteOf(a.from) - minuteOf(b.from));

const DayHours = z
  .array(OpenHours)
  .refine((ranges) => byStart(ranges).every(({ until }, i, all) => until <= (all[i + 1]?.from ?? '24:00')), {
    error: 'has hours that overlap',
  })
  .readonly()
  .default([]);

/** Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const WeekHours = z
  .strictObject({
    monday: DayHours,
    tuesday: DayHours,
    wednesday: DayHours,
    thursday: DayHours,
    friday: DayHours,
    saturday: DayHours,
    sunday: DayHours,
  })
  .refine((hours) => Object.values(hours).some((ranges) => ranges.length > 0), {
    error: 'has no open hour, so every duration would be 0',
  })
  .readonly();

/**
 * When people work: hours for each day of the week in one zone, less the holidays.
 *
 * A day that is left out is closed. Holidays are local dates and close the whole day; a half day off is not told apart.
 */
export const WorkingCalendar = z
  .strictObject({ timeZone: TimeZone, hours: WeekHours, holidays: z.array(z.iso.date()).readonly().default([]) })
  .readonly();
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** Open stretches of a day, in milliseconds of the wall clock since its midnight, in order, touching ones joined. */
export type OpenStretch = { readonly from: number; readonly until: number };

/** The stretches of each day of the week, Monday first. */
export const openStretches = ({ hours }: WorkingCalendar): OpenStretch[][] =>
  weekdays.map((weekday) => stretchesOf(hours[weekday]));

const stretchesOf = (ranges: readonly OpenHours[]): OpenStretch[] => {
  const stretches: OpenStretch[] = [];
  for (const range of byStart(ranges)) {
    const from = minuteOf(range.from) * 60_000;
    const until = minuteOf(range.until) * 60_000;
    const last = stretches.at(-1);
    if (last?.until === from) stretches[stretches.length - 1] = { from: last.from, until };
    else stretches.push({ from, until });
  }
  return stretches;
};
