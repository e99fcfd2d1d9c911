import { Fault } from '#model/fault.ts';

/** Which part of a date or time a run of digits gives. */
export const Slot = { year: 0, month: 1, day: 2, hour: 3, minute: 4, second: 5 } as const;

export type Step =
  | { readonly kind: 'digits'; readonly slot: number; readonly least: number; readonly most: number }
  | { readonly kind: 'short-year' }
  | { readonly kind: 'half-day-hour'; readonly least: number }
  | { readonly kind: 'fraction'; readonly digits: number }
  | { readonly kind: 'month-name'; readonly long: boolean }
  | { readonly kind: 'half-day' }
  | { readonly kind: 'offset' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'literal'; readonly byte: number };

/** A format that is written as a word, or one step for each part of a pattern. */
export type TimeFormat =
  | { readonly name: string; readonly kind: 'iso' | 'epoch-s' | 'epoch-ms' | 'epoch-us' | 'excel' }
  | { readonly name: string; readonly kind: 'pattern'; readonly steps: readonly Step[] };

const digits = (slot: number, least: number, most: number): Step => ({ kind: 'digits', slot, least, most });

const tokens: Readonly<Record<string, Step>> = {
  YYYY: digits(Slot.year, 4, 4),
  YY: { kind: 'short-year' },
  MMMM: { kind: 'month-name', long: true },
  MMM: { kind: 'month-name', long: false },
  MM: digits(Slot.month, 2, 2),
  M: digits(Slot.month, 1, 2),
  DD: digits(Slot.day, 2, 2),
  D: digits(Slot.day, 1, 2),
  HH: digits(Slot.hour, 2, 2),
  H: digits(Slot.hour, 1, 2),
  hh: { kind: 'half-day-hour', least: 2 },
  h: { kind: 'half-day-hour', least: 1 },
  mm: digits(Slot.minute, 2, 2),
  m: digits(Slot.minute, 1, 2),
  ss: digits(Slot.second, 2, 2),
  s: digits(Slot.second, 1, 2),
  A: { kind: 'half-day' },
  Z: { kind: 'offset' },
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => ['S'.repeat(i + 1), { kind: 'fraction', digits: i + 1 } as const]),
  ),
};

/**
 * Reads a mapping's format of times.
 *
 * Words are iso, epoch-s, epoch-ms, epoch-us and excel. A pattern is made of YYYY YY, MMMM MMM (English, German, French or Dutch names, whole or
 * shortened, in any case), MM M, DD D, HH H (24 hours), hh h with A (am or pm), mm m, ss s, S to SSSSSSSSS (a fraction of
 * exactly so many digits) and Z (an offset). A blank takes one or more blanks; 'text in single quotes' and any other character
 * stand for themselves. A shortened name may have a dot behind it (Sept. beside Mai), where the pattern has none there.
 */
export const timeFormat = (format: string): TimeFormat => {
  switch (format) {
    case 'iso':
    case 'epoch-s':
    case 'epoch-ms':
    case 'epoch-us':
    case 'excel':
      return { name: format, kind: format };
    default:
      return { name: format, kind: 'pattern', steps: pattern(format) };
  }
};

const pattern = (format: string): Step[] => {
  const steps: Step[] = [];
  for (const [part] of format.matchAll(/'[^']*'|([YMDHhmsSAZ])\1*| +|./gsu)) {
    const token = tokens[part];
    if (token) steps.push(token);
    else if (/^[YMDHhmsSAZ]/u.test(part)) throw unreadable(format, `it holds ${part}`);
    else if (part.startsWith(' ')) steps.push({ kind: 'blank' });
    else steps.push(...literals(part.length > 1 && part.startsWith("'") ? part.slice(1, -1) : part));
  }
  checkParts(format, steps);
  return steps;
};

const literals = (text: string): Step[] => [...Buffer.from(text)].map((byte) => ({ kind: 'literal', byte }));

const unreadable = (format: string, why: string): Fault => new Fault('time-format-unreadable', { format, why });

/** Each part once, a date always, and am or pm exactly with an hour of twelve. */
const checkParts = (format: string, steps: readonly Step[]): void => {
  const parts = steps.map(partOf).filter((part) => part !== undefined);
  const twice = parts.find((part, index) => parts.indexOf(part) !== index);
  if (twice) throw unreadable(format, `it has the ${twice} twice`);
  const missing = ['year', 'month', 'day'].find((part) => !parts.includes(part));
  if (missing) throw unreadable(format, `it has no ${missing}`);
  if (parts.includes('fraction') && !parts.includes('second')) {
    throw unreadable(format, 'it has a fraction (S) and no second (s or ss) before it');
  }
  const halves = steps.some(({ kind }) => kind === 'half-day');
  if (halves !== steps.some(({ kind }) => kind === 'half-day-hour')) {
    throw unreadable(format, 'am or pm (A) and an hour of twelve (h or hh) belong together');
  }
};

const partOf = (step: Step): string | undefined => {
  switch (step.kind) {
    case 'digits':
      return Object.keys(Slot)[step.slot];
    case 'short-year':
      return 'year';
    case 'month-name':
      return 'month';
    case 'half-day-hour':
      return 'hour';
    case 'fraction':
    case 'half-day':
    case 'offset':
      return step.kind;
    case 'blank':
    case 'literal':
      return undefined;
  }
};
