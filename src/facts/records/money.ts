import { converterTo } from '#model/conversion.ts';
import { placesOf, unitsOf } from '#model/decimal.ts';
import type { RateUse } from '#model/exchange-rate.ts';
import { type Money, minorPlaces } from '#model/money.ts';
import type { OnRecord } from './define.ts';

/** An amount in the workspace's currency on a day, or the amount as it was stated where no rate is on record. */
export const inWorkspaceCurrency = ({ model, currency }: OnRecord) => {
  const convert = converterTo(currency, model.exchangeRates);
  return (amount: Money, on: string, use: RateUse): { readonly amount: Money; readonly isConverted: boolean } => {
    const { converted } = convert(amount, on, use);
    return converted ? { amount: converted, isConverted: true } : { amount, isConverted: false };
  };
};

/**
 * An amount as a number of the smallest coins of its currency: whole, and so exact up to 90 trillion of them, but where it
 * is stated with parts of a coin.
 */
export const coinsOf = ({ amount, currency }: Money): number => {
  const [coin, stated] = [minorPlaces(currency), placesOf(amount)];
  const places = Math.max(coin, stated);
  return Number(unitsOf(amount, places)) / 10 ** (places - coin);
};
