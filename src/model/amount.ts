import type { Decimal } from './money.ts';

/** The sign that stands before the decimals of a number. */
export type DecimalSign = '.' | ',';

/** How the amounts of a log are written, as far as it is declared. */
export type AmountForm = { readonly decimal?: DecimalSign | undefined; readonly currency?: string | undefined };

/** Why a text is no amount: it is a number by either sign and another one by each, is in another currency, or is none. */
export type Unreadable = 'ambiguous' | 'other-currency' | 'unreadable';

/**
 * Reads an amount as people and tools write it: `12.500,00`, `1 250,50`, `1'250.00`, `EUR 12500`, `£1,029.78`, `(12)`,
 * `12.5k`.
 *
 * Without a declared sign an amount is read by itself, never by its neighbours, and `1.234` is then ambiguous: it may be
 * a little more than one or a little more than a thousand. Nothing is converted: without a declared currency the one
 * that is written is passed over.
 */
export const readAmount = (text: string, form: AmountForm = {}): number | Unreadable => {
  const read = readDecimal(text, form);
  if (typeof read === 'string') return read;
  const value = Number(read.decimal);
  return Number.isFinite(value) ? value : 'unreadable';
};

/** The same to the last digit, as money is held, with what is written beside it for a currency; empty where nothing is. */
export const readDecimal = (
  text: string,
  { decimal, currency }: AmountForm = {},
): { readonly decimal: Decimal; readonly currency: string } | Unreadable => {
  const readings = (decimal === undefined ? signs : [decimal]).flatMap((sign) => readBy(text, sign) ?? []);
  const [first, other] = readings;
  if (!first) return 'unreadable';
  if (other && Number(other.decimal) !== Number(first.decimal)) return 'ambiguous';
  return currency === undefined || isCurrency(first.currency, currency) ? first : 'other-currency';
};

const signs: readonly DecimalSign[] = ['.', ','];

/** What is written beside an amount for its currency: a code, a sign, or letters; empty where nothing is. */
export const currencyOf = (text: string): string =>
  signs.map((sign) => readBy(text, sign)?.currency).find((found) => found !== undefined) ?? '';

const readBy = (text: string, decimal: DecimalSign): { decimal: Decimal; currency: string } | undefined => {
  const plain = text.trim().replace(/\s+/gu, ' ').replace(/[−–]/gu, '-');
  const bracketed = /^\((.*)\)$/u.exec(plain)?.[1];
  const found = written[decimal].exec(bracketed ?? plain)?.groups;
  if (!found) return undefined;
  const { digits = '', decimals = '', exponent = '0', times = '', front = '', back = '' } = found;
  if (times === 'm' && front === '') return undefined;
  const minuses = [bracketed === undefined ? '' : '-', found.before, found.between, found.behind].filter(
    (sign) => sign === '-',
  );
  if (minuses.length > 1) return undefined;
  const power = Number(exponent) + (powers.get(times.toLowerCase().replace('.', '')) ?? 0);
  const whole = digits.replace(/\D/gu, '');
  const size = shifted(whole, decimals, power);
  const isLess = minuses.length === 1 && /[1-9]/u.test(size);
  return { decimal: `${isLess ? '-' : ''}${size}`, currency: front === '' ? back : front };
};

/** Digits and decimals times a power of ten, as decimal text without needless noughts in front. */
const shifted = (digits: string, decimals: string, power: number): Decimal => {
  const all = `${digits}${decimals}`;
  const point = digits.length + power;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${all}` : all.padEnd(point, '0');
  const at = Math.max(1, point);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/u, '');
  const rest = padded.slice(at);
  return rest === '' ? whole : `${whole}.${rest}`;
};

/** Whether what stands beside an amount may mean a currency; nothing may mean any. */
const isCurrency = (found: string, code: string): boolean => {
  if (found === '' || found === code) return true;
  const meant = meanings.find(([sign]) => found.replace('.', '').endsWith(sign))?.[1];
  return meant?.test(code) ?? false;
};

/** A sign that several countries write means any of theirs. */
const meanings: readonly (readonly [string, RegExp])[] = [
  ['€', /^EUR$/],
  ['£', /^(GBP|EGP|GIP|FKP|SHP)$/],
  ['$', /^[A-Z]{2}D$|^MXN$|^[AC]LP$|^COP$|^ARS$|^BRL$/],
  ['¥', /^(JPY|CNY)$/],
  ['₹', /^INR$/],
  ['kr', /^(SEK|NOK|DKK|ISK)$/],
  ['Fr', /^CHF$/],
  ['zł', /^PLN$/],
  ['Kč', /^CZK$/],
  ['Ft', /^HUF$/],
  ['lei', /^RON$/],
];

/** Words for thousands and more. A bare M is none of them: it means a thousand to some and a million to others; a small one behind an amount with its sign does not. */
const powers: ReadonlyMap<string, number> = new Map([
  ...['k', 'tsd', 't'].map((word): [string, number] => [word, 3]),
  ...['mio', 'mln', 'mn', 'm'].map((word): [string, number] => [word, 6]),
  ...['mrd', 'bn'].map((word): [string, number] => [word, 9]),
]);

/** A code, a sign (of dollars with their country's letters), or the letters of those that have no sign. */
const currency = '(?:(?:US|CA?|AU?|NZ|HK|NT|MX|R|S)?\\$|\\p{Sc}|[A-Z]{3}|kr\\.?|Fr\\.?|zł|Kč|Ft|lei)';

/** Thousands apart by one sign throughout. */
const threes = (other: string): string => `[1-9]\\d{0,2}(?<group>[${other} '’])\\d{3}(?:\\k<group>\\d{3})*`;
/** As in India: two digits at a time before the last three. */
const twos = '[1-9]\\d?(?:,\\d{2})+,\\d{3}';

const amountOf = (sign: string, groups: string): RegExp =>
  new RegExp(
    `^(?<before>[-+])? ?(?:(?<front>${currency}) ?(?<between>[-+])? ?)?` +
      `(?:(?<digits>${groups}|\\d+)(?:${sign}(?:(?<decimals>\\d+)|-{1,2}|))?|${sign}(?<decimals>\\d+))` +
      `(?:[eE](?<exponent>[+-]?\\d{1,2}))?` +
      ` ?(?:(?<times>[kK]|[Tt]sd\\.?|[Mm]io\\.?|[Mm]ln\\.?|mn|[Mm]rd\\.?|bn)|(?<times>[TM])(?= ?${currency} ?[-+]?$)|(?<times>m)(?=[-+]?$))?` +
      ` ?(?<back>${currency})? ?(?<behind>[-+])?$`,
    'u',
  );

const written: Readonly<Record<DecimalSign, RegExp>> = {
  '.': amountOf('\\.', `${threes(',')}|${twos}`),
  ',': amountOf(',', threes('.')),
};
