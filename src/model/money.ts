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

export const Money = z.strictObject({ amount: Decimal, currency: Currency });
export type Money = z.infer<typeof Money>;
