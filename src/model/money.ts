import { z } from 'zod';

let currencies: ReadonlySet<string> | undefined;

/** The list takes longer to make than all of this file, and few workspaces speak of money. */
const isCurrency = (code: string): boolean => {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
};

/** An ISO 4217 currency code. */
export const Currency = z.string().refine(isCurrency, 'a currency code of three capital letters, such as EUR');

/** A decimal number as text: money is never held in a binary float. */
export const Decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/, 'a decimal number in quotes, such as "120000.00"');
export type Decimal = z.infer<typeof Decimal>;

export const Money = z.strictObject({ amount: Decimal, currency: Currency });
export type Money = z.infer<typeof Money>;

const placesByCurrency = new Map<string, number>();

/** How many decimal places the smallest coin of a currency has: 2 of EUR, 0 of JPY, 3 of KWD. */
export const minorPlaces = (currency: string): number => {
  const known = placesByCurrency.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  placesByCurrency.set(currency, places);
  return places;
};

/** Which of two decimals is the greater, exactly: negative when the second is. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = scaled(a, places) - scaled(b, places);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

const decimalsOf = (decimal: Decimal): number => decimal.split('.')[1]?.length ?? 0;

/** A decimal as a whole number of its smallest places. */
const scaled = (decimal: Decimal, places: number): bigint => {
  const [whole = '', part = ''] = decimal.split('.');
  return BigInt(`${whole}${part.padEnd(places, '0')}`);
};
