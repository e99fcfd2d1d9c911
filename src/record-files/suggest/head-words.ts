import { type FiscalPeriod, fiscalPeriod } from '../cells/fiscal-period.ts';

/** What the head of a column says: its words, the unit that stands in it, and the fiscal period that it names. */
export type HeadWords = {
  /** Words in small letters, without units, periods and what stands in brackets. */
  readonly words: readonly string[];
  /** By what its amounts are multiplied: `(£m)`, `in EUR thousands`. */
  readonly times: '1000' | '1000000' | '1000000000' | undefined;
  /** A sign or code of a currency, as it is written. */
  readonly currency: string | undefined;
  readonly isPercent: boolean;
  readonly period: FiscalPeriod | undefined;
  /** Whether the period names one year only of the two that it may be called by. */
  readonly isOneYear: boolean;
};

type Calendar = Parameters<typeof fiscalPeriod>[1];

export const headWords = (head: string, calendar: Calendar): HeadWords => {
  const { period, rest, isOneYear } = periodIn(head, calendar);
  const bracketed = [...rest.matchAll(/[([]([^)\]]*)[)\]]/gu)].map(([, inside = '']) => inside);
  const plain = rest.replaceAll(/[([][^)\]]*[)\]]/gu, ' ');
  const unit = [...bracketed, plain].map(unitIn).find(({ currency, times }) => currency ?? times);
  return {
    words: wordsIn(plain.replace(unit?.written ?? '', ' ')),
    times: unit?.times,
    currency: unit?.currency,
    isPercent: /%|\bper ?cent\b|\bprozent\b/iu.test(rest),
    period,
    isOneYear,
  };
};

/** Words in small letters: `plannedStart`, `PLANNED_START` and `Planned start` are the same two. */
export const wordsIn = (text: string): string[] =>
  text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Codes that are money wherever they stand; other letters beside a number may be anything (FTE, a part of an identifier). */
export const currencyCodes = 'EUR|USD|GBP|CHF|JPY|AUD|CAD|SEK|NOK|DKK|PLN|CZK|INR';

const sign = String.raw`(?:US|CA?|AU?|NZ)?\$|\p{Sc}|\b(?:${currencyCodes})\b`;
const size = String.raw`billions?|bn|mrd\.?|millions?|mio\.?|mln|m|thousands?|tsd\.?|k|000s?`;
const units = [
  /(?<![\p{L}\p{N}])(?<size>T)(?<currency>€|EUR|CHF|USD|\$)(?![\p{L}\p{N}])/u,
  new RegExp(String.raw`(?<currency>${sign})\s*(?:in\s+)?(?<size>${size})?(?![\p{L}\p{N}])`, 'iu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:in\s+)?(?<size>billions?|mrd\.?|millions?|mio\.?|thousands?|tsd\.?)(?:\s+(?:of\s+)?(?<currency>${sign}))?`,
    'iu',
  ),
];

const unitIn = (text: string) => {
  const found = units.map((unit) => unit.exec(text)).find((each) => each !== null);
  return { written: found?.[0], currency: found?.groups?.currency, times: found && timesOf(found.groups?.size) };
};

const timesOf = (written: string | undefined): HeadWords['times'] => {
  const word = written?.toLowerCase().replace('.', '') ?? '';
  if (/^(?:b|mrd)/u.test(word)) return '1000000000';
  if (word.startsWith('m')) return '1000000';
  return /^(?:t|k|0)/u.test(word) ? '1000' : undefined;
};

const candidate =
  /(?<![\p{L}\p{N}])(?:[QH][1-4][ -]?)?(?:FY[ -]?)?(?:20\d{2}|\d{2})(?:[/–-](?:20\d{2}|\d{2}))?(?:[ -]?[QH][1-4])?(?![\p{L}\p{N}])/giu;

/** The fiscal period that a head names; two figures alone are none. */
const periodIn = (head: string, calendar: Calendar) => {
  const texts = [...head.matchAll(candidate)].map(([text]) => text).filter((text) => !/^\d{2}$/u.test(text));
  for (const text of texts) {
    const period = fiscalPeriod(text, calendar);
    if (period) return { period, rest: head.replace(text, ' '), isOneYear: !/[/–]|\d-\d/u.test(text) };
  }
  return { period: undefined, rest: head, isOneYear: false };
};
