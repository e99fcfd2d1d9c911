import { timeFormat } from '../reading/time-format.ts';
import { TimeReader } from '../reading/time-reader.ts';
import { Zone } from '../reading/zone.ts';
import { isNamedLikeItem } from './items.ts';
import { type Profile, share } from './profile.ts';

/** A column of times, and the formats that read all or nearly all of its values; more than one is an open question. */
export type TimeColumn = {
  readonly profile: Profile;
  readonly formats: readonly string[];
  /** Whether any of its values lacks an offset from UTC. */
  readonly zoneless: boolean;
};

const dates = [
  'D/M/YYYY|M/D/YYYY|D.M.YYYY|D-M-YYYY|M-D-YYYY|YYYY/M/D|YYYY.M.D|D/M/YY|M/D/YY|D.M.YY|D-M-YY|M-D-YY',
  'D-MMM-YYYY|D-MMM-YY|D/MMM/YYYY|D/MMM/YY|D MMM YYYY|D MMM YY|MMM D, YYYY|MMM D YYYY|D. MMM YYYY|D. MMM YY|D.MMM.YYYY|D.MMM.YY',
  'D MMMM YYYY|MMMM D, YYYY|D. MMMM YYYY|YYYYMMDD',
].flatMap((line) => line.split('|'));
const times = [
  '| H:mm| H:mm:ss| H:mm:ss.S| H:mm:ss.SSS| H:mm:ss.SSSSSS| H:mm:ss,SSS| H.mm| H.mm.ss| h:mm A| h:mm:ss A| h:mmA| h:mm:ssA',
  ' h:mm:ss.SSS A|, H:mm|, H:mm:ss|, h:mm A|, h:mm:ss A|THH:mm:ss|THHmmss|HHmmss',
  " 'à' H:mm| 'à' H:mm:ss| 'om' H:mm| H:mm 'Uhr'|, H:mm 'Uhr'| 'um' H:mm| 'um' H:mm 'Uhr'| 'at' h:mm A",
].flatMap((line) => line.split('|'));
const patterns = dates.flatMap((date) => times.flatMap((time) => [date + time, `${date}${time} Z`]));

const looksLikeTime = /\d[-/.: ]\d|\d{8}|\d(?:[- ./]|\. )\p{L}{3}|\p{L}{3}\.? \d/u;
const nameOfTime =
  /(^| )(time|times|timestamp|date|datetime|at|on|ts|created|updated|changed|opened|closed|resolved|epoch|unix|due|start|end|zeit|zeitpunkt|zeitstempel|datum|fecha|heure)( |$)/u;

/** The share of a column's values that a format has to read. */
const enough = 0.98;
/** Days that any log may plausibly speak of; numbers outside are no times. */
const plausible = { from: Date.UTC(1985, 0, 1) / 1000, until: Date.UTC(2060, 0, 1) / 1000 };

/** Numbers count as times where the name speaks of one; in a table without any times, also where they are as long as such numbers are. */
export const timeColumns = (profiles: readonly Profile[]): TimeColumn[] => {
  const read = (profile: Profile, mayCount: boolean): TimeColumn[] => {
    const values = [...profile.values.keys()];
    const formats = formatsOf(values, mayCount);
    return formats.length === 0 ? [] : [{ profile, formats, zoneless: isZoneless(values, formats) }];
  };
  const found = profiles.flatMap((profile) => read(profile, nameOfTime.test(profile.words)));
  return sameOrder(found.length > 0 ? found : profiles.flatMap((profile) => read(profile, countsMoments(profile))));
};

const countsMoments = (profile: Profile): boolean =>
  !isNamedLikeItem(profile) && share(profile, (value) => /^\d{10}(\d{3}){0,2}(\.\d+)?$/u.test(value)) >= enough;

const formatsOf = (values: readonly string[], named: boolean): string[] => {
  const counts = named ? ['epoch-s', 'epoch-ms', 'epoch-us', ...(areSerials(values) ? ['excel'] : [])] : [];
  const written =
    values.slice(0, 20).filter((value) => looksLikeTime.test(value)).length > values.slice(0, 20).length / 2;
  const candidates = [...counts, ...(written ? ['iso', ...patterns] : [])];
  const tried = values.slice(0, 3);
  const scores = candidates
    .filter((format) => readable(format, tried) > 0)
    .map((format) => ({ format, score: readable(format, values) }));
  const highest = Math.max(enough, ...scores.map(({ score }) => score));
  return withoutShortTwins(scores.filter(({ score }) => score === highest).map(({ format }) => format));
};

/** Days of a spreadsheet with a time behind some of them; whole numbers alone are anything. */
const areSerials = (values: readonly string[]): boolean =>
  values.every((value) => /^\d{5}([.,]\d+)?$/u.test(value)) && values.some((value) => /[.,]/u.test(value));

/** The formats by which all or nearly all of some texts can be read as times, the likeliest first. */
export const formatsReading = (values: readonly string[]): string[] => formatsOf(values, false);

/** Where all names of months are both whole and short (May, Juli), the whole ones stand for both: the dates are the same. */
const withoutShortTwins = (formats: readonly string[]): string[] =>
  formats.filter((format) => {
    const whole = format.replace(/(?<!M)MMM(?!M)/u, 'MMMM');
    return whole === format || !formats.includes(whole);
  });

/**
 * The share of values that a format reads as plausible times; few implausible ones (9999-12-31) are let pass, and what is
 * written as ISO is a time whatever its year.
 */
const readable = (format: string, values: readonly string[]): number => {
  const reader = readerOf(format);
  let count = 0;
  let likely = 0;
  for (const value of values) {
    const bytes = Buffer.from(value);
    if (reader.read(bytes, 0, bytes.length) !== 'read') continue;
    count++;
    if (reader.seconds >= plausible.from && reader.seconds < plausible.until) likely++;
  }
  return format !== 'iso' && likely * 2 < count ? 0 : count / Math.max(1, values.length);
};

const readers = new Map<string, TimeReader>();

/** A reader on the clocks of UTC, made once a format: there are hundreds to try. */
const readerOf = (format: string): TimeReader => {
  const known = readers.get(format) ?? new TimeReader([timeFormat(format)], utc);
  readers.set(format, known);
  return known;
};

const utc = new Zone('UTC');

/** Reads a value as seconds since 1970, on the clocks of UTC where it has no offset. */
export const secondsReader = (formats: readonly string[]): ((value: string) => number | undefined) => {
  const reader = new TimeReader(formats.map(timeFormat), utc);
  const known = new Map<string, number | undefined>();
  return (value) => {
    if (known.has(value)) return known.get(value);
    const bytes = Buffer.from(value);
    const seconds = reader.read(bytes, 0, bytes.length) === 'read' ? reader.seconds : undefined;
    known.set(value, seconds);
    return seconds;
  };
};

/** Where one column tells day from month, the other columns of the same shape are written the same way. */
const sameOrder = (columns: readonly TimeColumn[]): TimeColumn[] => {
  const settled = new Set(columns.flatMap(({ formats }) => (formats.length === 1 ? formats.map(order) : [])));
  return columns.map((column) => {
    const agreeing = column.formats.filter((format) => settled.has(order(format)));
    return column.formats.length > 1 && agreeing.length > 0 ? { ...column, formats: agreeing } : column;
  });
};

/** A date pattern's separator and order of parts: `D/M/YYYY` for `D/M/YYYY H:mm`. */
const order = (format: string): string => dates.findLast((date) => format.startsWith(date)) ?? format;

const isZoneless = (values: readonly string[], formats: readonly string[]): boolean =>
  formats.some((format) => {
    if (format.startsWith('epoch')) return false;
    return format === 'iso'
      ? values.some((value) => !/(z|utc|gmt|[+-]\d\d(:?\d\d)?)$/iu.test(value.slice(10)))
      : !format.endsWith('Z');
  });
