import type { OracleCalendar } from './input.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
};

/** What the clock on the wall shows at an instant. */
export const wallAt = (instant: number, zone: string): Wall => {
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: keyof Wall) => Number(parts.find((each) => each.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
};

const asUtc = (wall: Wall): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

const offsetAt = (instant: number, zone: string): number => {
  const whole = Math.floor(instant / 1000) * 1000;
  return asUtc(wallAt(whole, zone)) - whole;
};

/** Every instant at which the wall clock shows this: none in a spring gap, two in an autumn overlap. */
export const instantsShowing = (utc: number, zone: string): number[] => {
  const offsets = new Set([offsetAt(utc - day, zone), offsetAt(utc + day, zone)]);
  return [...offsets]
    .map((offset) => utc - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === utc)
    .sort((a, b) => a - b);
};

/**
 * The instant of a local time, given as if it were UTC.
 *
 * AMBIGUOUS: section 1 does not say what a local time means that daylight saving skips or shows twice. Here: the earlier
 * of two, and a skipped one moves forward by the length of the gap.
 */
const instantOfLocal = (utc: number, zone: string): number => {
  const asked = `${utc} ${zone}`;
  const instant = met.get(asked) ?? instantsShowing(utc, zone)[0] ?? utc - offsetAt(utc - day, zone);
  met.set(asked, instant);
  return instant;
};

/** Answers given before: the same midnights are asked for again and again. */
const met = new Map<string, number>();

/** The local calendar day of an instant, YYYY-MM-DD. */
export const localDay = (instant: number, zone: string): string => {
  const wall = wallAt(instant, zone);
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).toISOString().slice(0, 10);
};

const utcOf = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`);

export const nextDay = (isoDay: string): string => new Date(utcOf(isoDay) + day).toISOString().slice(0, 10);

export const midnight = (isoDay: string, zone: string): number => instantOfLocal(utcOf(isoDay), zone);

export type Span = { from: number; until: number };

/** The local days that a span touches. */
export const daysOf = (span: Span, zone: string): string[] => {
  if (span.from >= span.until) return [];
  const last = localDay(span.until - 1, zone);
  const days = [localDay(span.from, zone)];
  while ((days.at(-1) ?? last) < last) days.push(nextDay(days.at(-1) ?? last));
  return days;
};

/** The local months that a span touches, YYYY-MM. */
export const monthsOf = (span: Span, zone: string): string[] => [
  ...new Set(daysOf(span, zone).map((isoDay) => isoDay.slice(0, 7))),
];

export const monthSpan = (month: string, zone: string): Span => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return { from: midnight(`${month}-01`, zone), until: midnight(next, zone) };
};

export const overlapOf = (a: Span, b: Span): Span => ({
  from: Math.max(a.from, b.from),
  until: Math.min(a.until, b.until),
});

export const lengthOf = (span: Span): number => Math.max(0, span.until - span.from);

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const hoursOn = (isoDay: string, calendar: OracleCalendar): Span[] => {
  if (calendar.holidays.includes(isoDay)) return [];
  const weekday = weekdays[new Date(utcOf(isoDay)).getUTCDay()];
  const listed = Object.entries(calendar.hours).find(([name]) => name.toLowerCase().slice(0, 3) === weekday)?.[1] ?? [];
  const at = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return instantOfLocal(utcOf(isoDay) + hours * hour + minutes * minute, calendar.timeZone);
  };
  return listed.map(({ from, until }) => ({ from: at(from), until: at(until) }));
};

/** Milliseconds of a span that lie in working hours, day by day. */
export const workingTime = (span: Span, calendar: OracleCalendar): number => {
  let total = 0;
  for (const isoDay of daysOf(span, calendar.timeZone)) {
    for (const hours of hoursOn(isoDay, calendar)) total += lengthOf(overlapOf(span, hours));
  }
  return total;
};

const tokens: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<date>\\d{2})',
  HH: '(?<hours>\\d{2})',
  mm: '(?<minutes>\\d{2})',
  ss: '(?<seconds>\\d{2})',
  SSS: '(?<fraction>\\d{3})',
  Z: '(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)',
};

const iso = new RegExp(
  `^${tokens.YYYY}-${tokens.MM}-${tokens.DD}(?:[T ]${tokens.HH}:${tokens.mm}(?::${tokens.ss}(?:\\.(?<fraction>\\d+))?)?${tokens.Z}?)?$`,
);

const patternOf = (format: string): RegExp => {
  if (format === 'iso') return iso;
  const source = format.replace(/YYYY|MM|DD|HH|mm|SSS|ss|Z|./g, (part) => tokens[part] ?? RegExp.escape(part));
  return new RegExp(`^${source}$`);
};

const offsetOf = (text: string): number => {
  if (text === 'Z') return 0;
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  const size = Number(digits.slice(0, 2)) * hour + Number(digits.slice(2)) * minute;
  return text.startsWith('-') ? -size : size;
};

/** An instant, and whether only its day was told. */
type Told = { instant: number; dayOnly: boolean };

const readBy = (text: string, format: string, zone: string): Told | null => {
  const found = patternOf(format).exec(text)?.groups;
  if (!found) return null;
  const number = (part: string, otherwise = 0) => Number(found[part] ?? otherwise);
  const [month, date, hours] = [number('month', 1), number('date', 1), number('hours')];
  const utc =
    Date.UTC(number('year'), month - 1, date, hours, number('minutes'), number('seconds')) +
    Number(`0.${found.fraction ?? 0}`) * 1000;
  const back = new Date(utc);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date || back.getUTCHours() !== hours) return null;
  const instant = found.offset === undefined ? instantOfLocal(utc, zone) : utc - offsetOf(found.offset);
  return { instant, dayOnly: found.hours === undefined };
};

/**
 * The instant a text means by the first of the formats that fits, or null.
 *
 * AMBIGUOUS: the language of `formats` is not stated. Here: `iso`, or a pattern of YYYY MM DD HH mm ss SSS Z.
 */
export const readTime = (text: string, formatsToTry: readonly string[], zone: string): number | null => {
  for (const format of formatsToTry) {
    const told = readBy(text, format, zone);
    if (told !== null) return told.instant;
  }
  return null;
};

/** The last microsecond of the local day of an instant. */
const lastOf = (instant: number, zone: string): number => {
  const asked = `${instant} ${zone}`;
  const last = lasts.get(asked) ?? midnight(nextDay(localDay(instant, zone)), zone) - 0.001;
  lasts.set(asked, last);
  return last;
};

/** Answers given before: a row repeats what the row before it promised. */
const lasts = new Map<string, number>();

/** Until when something is to be done: by the end of the day, where no time is told or every time stands for its day. */
export const readUntil = (
  text: string,
  formatsToTry: readonly string[],
  zone: string,
  wholeDays: boolean,
): number | null => {
  for (const format of formatsToTry) {
    const told = readBy(text, format, zone);
    if (told !== null) return wholeDays || told.dayOnly ? lastOf(told.instant, zone) : told.instant;
  }
  return null;
};
