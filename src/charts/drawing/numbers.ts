import { isMoney } from '#model/unit.ts';

/** A value with what bounds it. `n` counts the cases behind it; null is what nobody knows, and never nought. */
export type Estimate = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number | null;
};

/** How numbers and times are written in one language and one time zone. */
export type Words = ReturnType<typeof wordsIn>;

/** A value and its sign stay on one line. */
const signs: Readonly<Record<string, string>> = { day: '\u00a0d', hour: '\u00a0h' };
const names: Readonly<Record<string, string>> = {
  day: 'days',
  hour: 'hours',
  share: '%',
  score: 'points of 100',
  item: 'items',
  count: 'count',
};

export const wordsIn = (locale: string, timeZone: string) => {
  // To make a format takes a hundred times as long as to use it.
  const formats = new Map<string, Intl.NumberFormat>();
  const written = (value: number, shape: Intl.NumberFormatOptions): string => {
    const name = JSON.stringify(shape);
    const format = formats.get(name) ?? new Intl.NumberFormat(locale, shape);
    formats.set(name, format);
    return minus(format.format(value));
  };
  const plain = (value: number, digits: number): string => written(value, shapeOf(value, digits));
  const money = (value: number, currency: string): string => {
    const shown = zeroed(value, 2);
    const size = Math.abs(shown);
    const digits = Number.isInteger(shown) || size >= 100 ? 0 : 2;
    const shape =
      size >= 10_000 && size < 1e15 ? compact : { ...shapeOf(shown, digits), minimumFractionDigits: digits };
    return written(shown, { ...shape, style: 'currency', currency });
  };
  const bare = (value: number, unit: string, bounds?: Bounds): string => {
    if (isMoney(unit)) return money(value, unit);
    const shown = unit === 'share' ? value * 100 : value;
    return plain(zeroed(shown, digitsOf(shown, unit, bounds)), digitsOf(shown, unit, bounds));
  };
  const percent = percentSign(locale);
  const signOf = (unit: string): string => (unit === 'share' ? percent : (signs[unit] ?? ''));

  /** A value with the sign of its unit, no finer than its interval: `61%`, `4.2 d`, `18`. */
  const figure = (value: number | null, unit: string, bounds?: Bounds): string =>
    value === null ? 'no data' : `${bare(value, unit, bounds)}${signOf(unit)}`;

  /** `54–68%`; nothing where there is no interval. */
  const range = ({ lower, upper }: Bounds, unit: string): string =>
    lower === null || upper === null
      ? ''
      : `${bare(lower, unit, { lower, upper })}–${bare(upper, unit, { lower, upper })}${signOf(unit)}`;

  /** A difference with its sign, shares in points: `+4 pt`, `−1.5 d`, `±0`. */
  const change = (difference: number, unit: string, bounds?: Bounds): string => {
    const text = bare(Math.abs(difference), unit, bounds);
    const sign = !/[1-9]/u.test(text) ? '±' : difference < 0 ? '−' : '+';
    return `${sign}${text}${unit === 'share' || unit === 'score' ? '\u00a0pt' : signOf(unit)}`;
  };

  /** A value that is on record, not worked out: in the digits in which it is stated, four of them at most. */
  const stated = (value: number, unit: string): string => {
    if (isMoney(unit)) return figure(value, unit);
    const shown = unit === 'share' ? value * 100 : value;
    const size = Math.abs(shown);
    const shape = size >= 1e6 || (size > 0 && size < 1e-6) ? shapeOf(shown, 0) : { maximumSignificantDigits: 4 };
    return `${written(zeroed(shown, 6), shape)}${signOf(unit)}`;
  };

  const count = (value: number): string => plain(Math.round(value), 0);

  /** `1 item`, `2,345 items`. */
  const counted = (value: number, word: string, many = `${word}s`): string =>
    `${count(value)} ${Math.round(value) === 1 ? word : many}`;

  const time = (options: Intl.DateTimeFormatOptions, zone: string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return (instant: number): string => format.format(instant).replaceAll(' ', '\u00a0');
  };

  const dayShort = time({ day: 'numeric', month: 'short' }, 'UTC');
  const day = time({ day: 'numeric', month: 'short', year: 'numeric' }, 'UTC');

  return {
    figure,
    stated,
    range,
    change,
    count,
    counted,
    /** A calendar day, which belongs to no time zone: `3 Mar`. */
    dayShort: (of: string): string => dayShort(Date.parse(of)),
    /** `3 Mar 2026`. */
    day: (of: string): string => day(Date.parse(of)),
    /** `3 Mar 2026, 14:05`, in the time zone of the workspace. */
    instant: time({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }, timeZone),
    /** `3 Mar, 14:05` */
    hour: time({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, timeZone),
    /** `3 Mar`, of an instant. */
    date: time({ day: 'numeric', month: 'short' }, timeZone),
    /** By how many milliseconds the clock of the time zone is ahead of UTC at an instant. */
    offset: (instant: number): number => offsetAt(instant, timeZone),
    timeZone,
  };
};

const compact: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 3 };

/** Millions and more are told in three digits. */
const shapeOf = (value: number, digits: number): Intl.NumberFormatOptions => {
  const size = Math.abs(value);
  if (size >= 1e15) return { notation: 'scientific', maximumSignificantDigits: 3 };
  if (size >= 1e6) return compact;
  return { maximumFractionDigits: digits };
};

type Bounds = Pick<Estimate, 'lower' | 'upper'>;

/** What a unit is called at the head of a column. */
export const unitName = (unit: string): string => names[unit] ?? unit;

/** Three digits that say something, and none that the half of the interval swallows. */
const digitsOf = (shown: number, unit: string, bounds: Bounds | undefined): number => {
  const size = Math.abs(shown);
  const most = mostDigits(size, unit);
  if (!bounds || bounds.lower === null || bounds.upper === null || bounds.lower === bounds.upper) {
    return Number.isInteger(shown) ? 0 : most;
  }
  const half = Math.abs(bounds.upper / 2 - bounds.lower / 2) * (unit === 'share' ? 100 : 1);
  return Math.max(0, Math.min(most, -Math.floor(Math.log10(half))));
};

const mostDigits = (size: number, unit: string): number => {
  if (unit === 'score') return 0;
  if (unit === 'share') return size > 0 && size < 1 ? 1 : 0;
  if (unit === 'item' || unit === 'count') return size >= 10 ? 0 : 1;
  return size >= 100 ? 0 : size >= 1 ? 1 : 2;
};

const zeroed = (value: number, digits: number): number => (Number(value.toFixed(digits)) === 0 ? 0 : value);

const offsetAt = (instant: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/u.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** Minus is a sign of its own; the hyphen that languages are formatted with is not. */
const minus = (text: string): string => text.replace('-', '−');

const percentSign = (locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' })
    .formatToParts(0)
    .filter(({ type }) => type === 'percentSign' || type === 'literal')
    .map(({ value }) => value)
    .join('');
