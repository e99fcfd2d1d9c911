import type { Rates } from '#api/value.ts';
import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { ExchangeRate, RateUse } from '#model/exchange-rate.ts';
import type { Money } from '#model/money.ts';
import type { DatedAmount } from '#value/chain/amounts.ts';
import { type Days, type Funding, type FundingBasis, type FundingLine, fundingIn } from '#value/chain/funding.ts';
import type { ValueGround } from './value-ground.ts';

/** Money as one answer tells it: as it was stated, or all of it in the currency of totals, with the rates that took it there. */
export type Told = {
  readonly funding: (basis: FundingBasis, days: Days) => Funding;
  /** Of effects only those in money have a currency; all else keeps its unit. */
  readonly effects: (amounts: readonly DatedAmount[], of: 'realised' | 'planned') => DatedAmount[];
  /** By which rates, and what has none; null where nothing was turned. */
  readonly rates: () => Rates | null;
};

export const toldIn = (ground: ValueGround, together: boolean): Told =>
  together
    ? inTotals(ground)
    : {
        funding: (...asked) => fundingIn(ground.model, ...asked),
        effects: (amounts) => [...amounts],
        rates: () => null,
      };

/**
 * Each amount by the rate of its own day, so that what is added up is what was shown. What goes out takes average rates,
 * what is planned those of budgets; what has no rate is in no sum, and is kept to be named.
 */
const inTotals = ({ model, currency, convert }: ValueGround): Told => {
  const kept = keptRates(convert);
  const without: Rates['without'] = [];
  const turn = (
    original: Money,
    on: Day,
    use: RateUse,
    { kind, key }: Pick<Rates['without'][number], 'kind' | 'key'>,
  ) => {
    const told = kept.convert(original, on, use);
    if (told.converted === undefined) without.push({ kind, key, on, amount: original, missing: told.missing });
    return told.converted;
  };
  const line = (each: FundingLine, basis: FundingBasis): FundingLine[] => {
    const of = { kind: 'investment', key: each.investment ?? null };
    const amount = turn(each.amount, each.on, basis === 'spend' ? 'average' : 'budget', of);
    return amount === undefined ? [] : [{ ...each, amount }];
  };
  const inMoney = new Set<string>(model.benefits.flatMap((each) => (each.currency === undefined ? [] : [each.key])));
  return {
    funding: (basis, days) => {
      const { lines, leftOut } = fundingIn(model, basis, days);
      return { lines: lines.flatMap((each) => line(each, basis)), leftOut };
    },
    effects: (amounts, of) =>
      amounts.flatMap((each) => {
        if (each.node?.kind !== 'benefit' || !inMoney.has(each.node.key)) return [each];
        const original = { amount: each.amount, currency: each.unit };
        const amount = turn(original, each.on, of === 'realised' ? 'average' : 'budget', each.node);
        return amount === undefined ? [] : [{ ...each, amount: amount.amount, unit: amount.currency }];
      }),
    rates: () => ({
      currency,
      currencies: kept.currencies(),
      used: kept.used(),
      without: [...without],
    }),
  };
};

/** Converts as before, and keeps by which rates. */
export const keptRates = (convert: Convert) => {
  const currencies = new Set<string>();
  const turned: { readonly by: ExchangeRate; readonly amount: string; readonly converted: string }[] = [];
  const keeping: Convert = (original, on, use) => {
    const told = convert(original, on, use);
    currencies.add(original.currency);
    if (told.converted && told.by)
      turned.push({ by: told.by, amount: original.amount, converted: told.converted.amount });
    return told;
  };
  /** Every rate once, with how many amounts it turned, what they were together and what they came to. */
  const used = (): Rates['used'] =>
    [...Map.groupBy(turned, ({ by }) => by)]
      .map(([{ key, from, to, rate, validFrom, use = null }, own]) => ({
        key,
        from,
        to,
        rate,
        validFrom,
        use,
        n: own.length,
        amount: sumOfDecimals(own.map(({ amount }) => amount)),
        converted: sumOfDecimals(own.map(({ converted }) => converted)),
      }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { convert: keeping, used, currencies: (): string[] => [...currencies].sort() };
};
