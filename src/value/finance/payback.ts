import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import { compareDecimals, type Decimal } from '#model/money.ts';
import { type Told, told, untold } from './figure.ts';

/** When what was put in has come back. `crossings` counts how often the sum of all years so far came up to nought. */
export type Payback = { readonly years: number; readonly inYear: string; readonly crossings: number };

type Year = { readonly year: string; readonly amount: Decimal };

/**
 * The years after the first one (t = 0) at which the sum of all years so far comes up to nought for the last time, linear
 * inside a year. Nets give the plain payback, present values the discounted one.
 *
 * Where the sum is never below nought it is 0. Where it ends below, there is none within the years that are stated, whatever
 * it was on the way.
 */
export const paybackOf = (years: readonly Year[]): Told<Payback> => {
  let [sum, crossings]: [Decimal, number] = ['0', 0];
  let last: Payback | undefined;
  years.forEach(({ year, amount }, t) => {
    const next = sumOfDecimals([sum, amount]);
    if (isBelow(sum) && !isBelow(next)) {
      crossings += 1;
      last = { years: t - 1 + Number(sum) / Number(differenceOf(sum, next)), inYear: year, crossings };
    }
    sum = next;
  });
  const [first] = years;
  if (!first) return untold('there is no year of it');
  if (isBelow(sum)) return untold(`not in the horizon: it does not come back by the end of ${years.at(-1)?.year}`);
  return told(last ?? { years: 0, inYear: first.year, crossings });
};

const isBelow = (sum: Decimal): boolean => compareDecimals(sum, '0') < 0;
