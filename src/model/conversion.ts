import type { Day } from './day.ts';
import { productOf, quotientOf, roundedTo, sumOfDecimals } from './decimal.ts';
import type { ExchangeRate, RateUse } from './exchange-rate.ts';
import { type Money, minorPlaces } from './money.ts';

/**
 * An amount as it was stated and, beside it, in another currency; `by` is the rate, none where the currency was that one
 * already. Without a rate it is not converted, and `missing` says what there would have to be.
 */
export type Conversion =
  | { readonly original: Money; readonly converted: Money; readonly by: ExchangeRate | undefined }
  | { readonly original: Money; readonly converted: undefined; readonly missing: string };

export type Convert = (original: Money, on: Day, use: RateUse) => Conversion;

/**
 * Turns amounts into one currency, each by the rate that held on its day.
 *
 * The rate is the latest of its use by that day, or else the latest without a use. One that is stated the other way round is
 * divided by, where none is stated this way; no rate is made of two others. Every amount is rounded by itself to the smallest
 * coin of the currency, half away from nought, so that what is added up later is what was shown.
 */
export const converterTo = (currency: string, rates: readonly ExchangeRate[]): Convert => {
  const byPair = Map.groupBy(rates, ({ from, to }) => pairOf(from, to));
  const inOrder = new Map(
    [...byPair].map(([pair, of]) => [pair, of.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))]),
  );
  const held = (from: string, to: string, on: Day, use: RateUse): ExchangeRate | undefined => {
    const known = (inOrder.get(pairOf(from, to)) ?? []).filter(({ validFrom }) => validFrom <= on);
    return known.find((rate) => rate.use === use) ?? known.find((rate) => rate.use === undefined);
  };
  return (original, on, use) => {
    if (original.currency === currency) return { original, converted: original, by: undefined };
    const there = held(original.currency, currency, on, use);
    const back = there ? undefined : held(currency, original.currency, on, use);
    const by = there ?? back;
    if (!by) return { original, converted: undefined, missing: missingRate(original.currency, currency, on, use) };
    const places = minorPlaces(currency);
    const amount = there
      ? roundedTo(productOf(original.amount, by.rate), places)
      : quotientOf(original.amount, by.rate, places);
    return { original, converted: { amount, currency }, by };
  };
};

const pairOf = (from: string, to: string): string => `${from} ${to}`;

const missingRate = (from: string, to: string, on: Day, use: RateUse): string =>
  `no rate from ${from} to ${to} for the use ${use} on ${on}`;

/** What was converted, added up, and what was not. The total is null where nothing could be converted: that is not nought. */
export const totalOf = (
  conversions: readonly Conversion[],
  currency: string,
): { readonly total: Money | null; readonly unconverted: readonly Conversion[] } => {
  const amounts = conversions.flatMap(({ converted }) => (converted === undefined ? [] : [converted.amount]));
  return {
    total: amounts.length === 0 ? null : { amount: sumOfDecimals(amounts), currency },
    unconverted: conversions.filter(({ converted }) => converted === undefined),
  };
};
