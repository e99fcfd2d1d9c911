import { converterTo } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import { roundedTo, unitsOf } from '#model/decimal.ts';
import type { RateUse } from '#model/exchange-rate.ts';
import { type Money, minorPlaces } from '#model/money.ts';
import type { OnRecord } from './define.ts';

/** What tells an amount in whole smallest coins of the currency of totals, by the rate of a day; null without such a rate. */
export const minorUnitsIn = ({
  model,
  currency,
}: OnRecord): ((money: Money, on: Day, use: RateUse) => number | null) => {
  const convert = converterTo(currency, model.exchangeRates);
  const places = minorPlaces(currency);
  return (money, on, use) => {
    const { converted } = convert(money, on, use);
    // A whole number that a float holds exactly, up to ninety million millions of euros.
    return converted === undefined ? null : Number(unitsOf(roundedTo(converted.amount, places), places));
  };
};
