import { isMoney } from '#model/unit.ts';

/** A count as people write it. */
export const count = (n: number): string => Math.round(n).toLocaleString('en');

/** `1 row`, `2 rows`. */
export const counted = (n: number, word: string): string => `${count(n)} ${word}${n === 1 ? '' : 's'}`;

/** A value with its unit, in as many digits as it can carry; nothing is never a zero. */
export const figure = (value: number | null, unit: string): string => {
  if (value === null) return 'no figure';
  switch (unit) {
    case 'share':
      return percent(value);
    case 'day':
      return `${some(value)} d`;
    case 'hour':
      return `${some(value)} h`;
    default:
      return isMoney(unit) ? `${some(value)} ${unit}` : some(value);
  }
};

/** A difference in a unit: shares differ by points of a hundred. */
export const change = (difference: number, unit: string): string =>
  unit === 'share' ? `${rounded(difference * 100)} pt` : figure(difference, unit);

export const percent = (share: number): string => `${some(share * 100, 1)}%`;

/** Little is not nothing: what would be rounded to nought is told to be less than the last digit. */
const some = (value: number, digits?: number): string => {
  const text = rounded(value, digits);
  return text === '0' && value > 0 ? `<${10 ** -(digits ?? 2)}` : text;
};

/** Three figures where they say something, thousands in groups. */
export const rounded = (value: number, digits?: number): string => {
  const places = digits ?? (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  const text = value.toLocaleString('en', { maximumFractionDigits: places });
  return text === '-0' ? '0' : text;
};

/** ` (2.1 to 3.4)`, to stand behind a value; nothing where both ends read as the value itself. */
export const bounds = (value: string, lower: string, upper: string, between = ' to '): string =>
  lower === value && upper === value ? '' : ` (${lower}${between}${upper})`;

/** `[2.1–3.4]`, in the unit of the value, or what stands in for an interval. */
export const interval = (lower: number | null, upper: number | null, unit: string, method: string): string => {
  if (method === 'complete') return 'complete count';
  if (lower === null && upper === null) return 'no interval';
  const bare = (value: number | null): string =>
    value === null ? '?' : figure(value, unit).replace(/%$| (?:[dh]|[A-Z]{3})$/u, '');
  const [from, to] = [bare(lower), bare(upper)];
  return from === to ? 'within rounding' : `${from}–${to}`;
};

/** A bar of a share, in eighths of a character. */
export const bar = (share: number, width: number): string => {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const part = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return `${'█'.repeat(Math.floor(eighths / 8))}${part}`.padEnd(width, ' ');
};

/** The local day of an instant in a zone. */
export const localDay = (instant: string | null, timeZone: string): string =>
  instant === null ? '–' : new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** The local time of an instant (ms) in a zone, to the minute: `2025-03-01 09:30`. */
export const localTime = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
