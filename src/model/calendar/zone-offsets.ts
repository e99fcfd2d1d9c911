import { dayMs, utcYear, yearLike, yearStart } from './civil.ts';

/** A stretch of instants in which a zone's clocks stand `offset` milliseconds ahead of UTC. */
export type OffsetSpan = { readonly from: number; readonly until: number; readonly offset: number };

/** The offsets of one UTC year: each holds from the start beside it until the next. */
type OffsetYear = { readonly starts: readonly number[]; readonly offsets: readonly number[] };

/** Before this year every zone kept its own sun time; from it on the changes are read day by day. */
const firstRead = 1800;

/** After this year the last known rules are repeated. The 28 years that end here leave out no leap year. */
export const lastRead = 2150;

/** How far a zone's clocks stand ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (zone: string, ms: number): number => {
  const { starts, offsets } = offsetYear(zone, utcYear(ms));
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > ms) index--;
  return offsets[index] ?? 0;
};

/** The spans of one offset each that make up [from, until), in order, without gaps. */
export const offsetSpans = (zone: string, from: number, until: number): OffsetSpan[] => {
  const spans: OffsetSpan[] = [];
  if (from >= until) return spans;
  for (let year = utcYear(from); year <= utcYear(until - 1); year++) {
    const { starts, offsets } = offsetYear(zone, year);
    for (const [index, offset] of offsets.entries()) {
      const start = Math.max(from, starts[index] ?? 0);
      const end = Math.min(until, starts[index + 1] ?? yearStart(year + 1));
      const last = spans.at(-1);
      if (start >= end) continue;
      if (last?.offset === offset) spans[spans.length - 1] = { ...last, until: end };
      else spans.push({ from: start, until: end, offset });
    }
  }
  return spans;
};

const known = new Map<string, Map<number, OffsetYear>>();
const readers = new Map<string, (ms: number) => number>();

/** Reading a year asks the platform once a day of it, about half a millisecond; the answer is kept. */
const offsetYear = (zone: string, year: number): OffsetYear => {
  const years = known.get(zone) ?? new Map<number, OffsetYear>();
  known.set(zone, years);
  let found = years.get(year);
  if (!found) {
    found = findYear(zone, year);
    years.set(year, found);
  }
  return found;
};

const findYear = (zone: string, year: number): OffsetYear => {
  const read = readers.get(zone) ?? offsetReader(zone);
  readers.set(zone, read);
  if (year < firstRead) return { starts: [yearStart(year)], offsets: [read(yearStart(firstRead))] };
  if (year <= lastRead) return readYear(read, yearStart(year), yearStart(year + 1));
  const like = yearLike(year, lastRead);
  const { starts, offsets } = offsetYear(zone, like);
  return { starts: starts.map((start) => start - yearStart(like) + yearStart(year)), offsets };
};

/** No zone has ever changed its clocks and changed them back within one day, so one look a day misses nothing. */
const readYear = (read: (ms: number) => number, from: number, until: number): OffsetYear => {
  const starts = [from];
  const offsets = [read(from)];
  for (let before = from; before < until; before += dayMs) {
    const after = Math.min(before + dayMs, until - 1000);
    while (offsets.at(-1) !== read(after)) {
      const start = changeBetween(read, Math.max(before, starts.at(-1) ?? before), after);
      starts.push(start);
      offsets.push(read(start));
    }
  }
  return { starts, offsets };
};

/** The whole second at which the clocks change, by halving; changes are never finer than that. */
const changeBetween = (read: (ms: number) => number, before: number, after: number): number => {
  const offset = read(before);
  let low = before;
  let high = after;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (read(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};

/** Asks the platform's own copy of the time-zone database; it prints sun time to the second, as 'GMT-00:44:30'. */
const offsetReader = (zone: string): ((ms: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    const [, sign, hours, minutes, seconds = '0'] =
      /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(format.format(ms)) ?? ([undefined, '+', '0', '0'] as const);
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -size : size;
  };
};
