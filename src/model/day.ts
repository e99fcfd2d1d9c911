import { z } from 'zod';

/** A calendar day, YYYY-MM-DD, in the workspace's time zone. */
export const Day = z.iso.date('a day such as 2026-03-31');
export type Day = z.infer<typeof Day>;

/** A moment with its offset, in ISO 8601. */
export const Instant = z.iso.datetime({
  offset: true,
  error: 'an instant such as 2026-03-31T14:05:00Z or 2026-03-31T16:05:00+02:00',
});
export type Instant = z.infer<typeof Instant>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of a zone's days. To make one takes far longer than to use it. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA-u-ca-iso8601', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
};

/** The day on the wall calendar of a time zone at an instant. */
export const dayOf = (instant: string, timeZone: string): Day => {
  const parts = formatOf(timeZone).formatToParts(new Date(instant));
  const part = (type: 'year' | 'month' | 'day') => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};
