import { z } from 'zod';
import { type Weekday, WorkingCalendar, weekdays } from '#model/calendar/working-calendar.ts';
import { Day } from '#model/day.ts';

const names: readonly string[] = weekdays;
const dayNames = `(?:${names.join('|')})`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;

/** `08:00-17:00` as its two times, which compare as texts because both have all their zeros. */
const timesOf = (hours: string) => ({ from: hours.slice(0, 5), until: hours.slice(6) });

const DayHours = z
  .array(
    z.string().regex(new RegExp(`^${time}-(?:${time}|24:00)$`), { error: 'hours such as "08:00-17:00"', abort: true }),
  )
  .check(({ value, issues }) => {
    value.map(timesOf).forEach(({ from, until }, index, all) => {
      if (from < until && from >= (all[index - 1]?.until ?? '')) return;
      const message = 'hours that end after they start, and start after the hours before them end';
      issues.push({ code: 'custom', input: value[index], path: [index], message });
    });
  });

/** The weekdays that `monday` or `monday-friday` stands for; a range may run over the end of the week. */
const daysOf = (name: string): Weekday[] => {
  const [first = '', last = first] = name.split('-');
  const from = names.indexOf(first);
  const to = names.indexOf(last);
  return weekdays.filter((_, n) => (from <= to ? from <= n && n <= to : n >= from || n <= to));
};

const WeekHours = z
  .record(
    z.string().regex(new RegExp(`^${dayNames}(?:-${dayNames})?$`), 'a weekday or a range such as monday-friday'),
    DayHours,
  )
  .check(({ value, issues }) => {
    const seen = new Set<Weekday>();
    for (const name of Object.keys(value)) {
      const again = daysOf(name).find((day) => seen.has(day));
      const message = `every weekday once: ${again} is named twice`;
      if (again) issues.push({ code: 'custom', input: name, path: [name], message });
      for (const day of daysOf(name)) seen.add(day);
    }
  })
  .refine((hours) => Object.values(hours).some((day) => day.length > 0), 'hours on at least one weekday');

/**
 * When people work, as throughline.yaml says it: the hours of each weekday, and the days on which nobody works.
 *
 * A weekday that is not named, or named with no hours, is closed. Without a calendar work goes on from Monday to Friday,
 * 08:00 to 17:00, and there is no holiday.
 */
export const Calendar = z.strictObject({
  hours: WeekHours.default({ 'monday-friday': ['08:00-17:00'] }),
  holidays: z.array(Day).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** The calendar that working time is counted by: the written one, in the workspace's time zone. */
export const workingCalendarOf = ({
  calendar: { hours, holidays },
  timeZone,
}: {
  readonly calendar: Calendar;
  readonly timeZone: string;
}): WorkingCalendar => {
  const week = Object.fromEntries<object[]>(weekdays.map((day) => [day, []]));
  for (const [name, day] of Object.entries(hours)) for (const each of daysOf(name)) week[each] = day.map(timesOf);
  return WorkingCalendar.parse({ timeZone, hours: week, holidays });
};
