import { z } from 'zod';
import { Day } from './day.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const names: readonly string[] = weekdays;
const dayNames = `(?:${weekdays.join('|')})`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const spanOf = (text: string): Span => ({ from: minutesOf(text.slice(0, 5)), until: minutesOf(text.slice(6)) });

/** A stretch of a working day in minutes after midnight, by the wall clock of the workspace. */
export type Span = { readonly from: number; readonly until: number };

const Spans = z
  .array(z.string().regex(new RegExp(`^${time}-(?:${time}|24:00)$`), 'hours such as "08:00-17:00"'))
  .check(({ value, issues }) => {
    value.map(spanOf).forEach(({ from, until }, index, spans) => {
      const earliest = spans[index - 1]?.until ?? 0;
      if (!(until <= from || from < earliest)) return;
      const message = 'hours that end after they start, and start after the hours before them end';
      issues.push({ code: 'custom', input: value[index], path: [index], message });
    });
  });

/** The weekdays that `monday` or `monday-friday` stands for; a range may run over the end of the week. */
const daysOf = (name: string): Weekday[] => {
  const [first, last = first] = name.split('-');
  const from = names.indexOf(first ?? '');
  const to = names.indexOf(last ?? '');
  return weekdays.filter((_, n) => (from <= to ? from <= n && n <= to : n >= from || n <= to));
};

/**
 * When people work: the hours of each weekday, and the days on which nobody does.
 *
 * A weekday that is not named, or named with no hours, is closed. Without a calendar work goes on from Monday to Friday, 08:00
 * to 17:00, and there is no holiday.
 */
export const Calendar = z.strictObject({
  hours: z
    .record(
      z.string().regex(new RegExp(`^${dayNames}(?:-${dayNames})?$`), 'a weekday or a range such as monday-friday'),
      Spans,
    )
    .default({ 'monday-friday': ['08:00-17:00'] })
    .check(({ value, issues }) => {
      const seen = new Set<Weekday>();
      for (const name of Object.keys(value)) {
        const again = daysOf(name).find((day) => seen.has(day));
        const message = `every weekday once: ${again} is named twice`;
        if (again) issues.push({ code: 'custom', input: name, path: [name], message });
        for (const day of daysOf(name)) seen.add(day);
      }
    }),
  holidays: z.array(Day).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** The working hours of every weekday, in order; a closed day has none. */
export const hoursOf = ({ hours }: Calendar): Readonly<Record<Weekday, readonly Span[]>> => {
  const week: Record<Weekday, readonly Span[]> = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  for (const [name, spans] of Object.entries(hours)) for (const day of daysOf(name)) week[day] = spans.map(spanOf);
  return week;
};
