import { sumOfDecimals } from '#model/decimal.ts';
import type { Rates } from './value.ts';

/** What of one record and one currency has no rate: a ledger would else have a line for each of its rows. */
export const withoutRate = ({ without }: Pick<Rates, 'without'>) =>
  [...Map.groupBy(without, ({ kind, key, amount }) => `${kind} ${key} ${amount.currency}`).values()].flatMap((own) => {
    const [first] = own;
    const days = own.map(({ on }) => on).sort();
    const [from, until] = [days.at(0), days.at(-1)];
    if (!first || from === undefined || until === undefined) return [];
    const { kind, key, amount } = first;
    const whole = sumOfDecimals(own.map((each) => each.amount.amount));
    return [{ kind, key, currency: amount.currency, n: own.length, amount: whole, from, until }];
  });
