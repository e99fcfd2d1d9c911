/** A stretch of a fiscal year, as a planning period is. */
export type FiscalPeriod = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'quarter' | 'half' | 'year';
  readonly from: string;
  readonly to: string;
};

type Calendar = {
  /** The month in which a fiscal year begins, 1 to 12. */
  readonly fiscalYearStart: number;
  /** By which of its two years one is called that names only one. */
  readonly called: 'by-end' | 'by-start';
};

/**
 * A fiscal year, half or quarter as people write it: `FY2023/24`, `2023-24`, `FY24`, `Q3 FY2024`, `2024 H1`; nothing of
 * anything else.
 *
 * Where the year begins in January, its two years are one.
 */
export const fiscalPeriod = (text: string, { fiscalYearStart, called }: Calendar): FiscalPeriod | undefined => {
  const plain = text.trim().replaceAll(/\s+/gu, ' ');
  const found = (pattern.exec(plain) ?? turned.exec(plain))?.groups;
  if (!found) return undefined;
  const { year = '', second, part } = found;
  const first = Number(year.length === 2 ? `20${year}` : year);
  if (second !== undefined && Number(second.slice(-2)) !== (first + 1) % 100) return undefined;
  const begins = second === undefined && called === 'by-end' && fiscalYearStart > 1 ? first - 1 : first;
  const [kind, months] = part === undefined ? (['year', 12] as const) : (lengths[part.charAt(0).toUpperCase()] ?? []);
  if (kind === undefined || months === undefined) return undefined;
  const number = part === undefined ? 1 : Number(part.slice(1));
  if (number < 1 || number * months > 12) return undefined;
  const from = monthOf(begins, fiscalYearStart + (number - 1) * months);
  const label = fiscalYearStart === 1 ? String(begins) : `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
  const name = part === undefined ? `FY ${label}` : `FY ${label} ${part.toUpperCase()}`;
  return {
    key: name.toLowerCase().replaceAll(/[ /]/gu, '-'),
    name,
    kind,
    from,
    to: monthOf(begins, fiscalYearStart + number * months),
  };
};

const years = String.raw`(?:[Ff][Yy][ -]?)?(?<year>\d{4}|\d{2})(?:[/–-](?<second>\d{4}|\d{2}))?`;
const part = '(?<part>[QqHh][1-4])';
const pattern = new RegExp(`^${years}(?:[ -]?${part})?$`, 'u');
const turned = new RegExp(`^${part}[ -]?${years}$`, 'u');

const lengths: Readonly<Record<string, readonly ['quarter' | 'half', number]>> = { Q: ['quarter', 3], H: ['half', 6] };

/** The first day of a month, counted on from January of a year. */
const monthOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
