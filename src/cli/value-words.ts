import type { BreakReason, Rates } from '#api/value.ts';
import { withoutRate } from '#api/without-rate.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { Decimal, Money } from '#model/money.ts';
import { counted } from './numbers.ts';
import type { Terminal } from './terminal.ts';

/** Why an amount goes no further, in words. */
export const reasonText = (reason: BreakReason): string => reasons[reason];

const reasons: Readonly<Record<BreakReason, string>> = {
  'no-investment': 'no line of funding',
  'no-initiative': 'no initiative',
  'no-capability': 'no capability',
  'no-outcome': 'no outcome',
  'no-benefit': 'no benefit',
  'no-measure': 'nothing measures it',
  'other-causes': 'other causes',
  'not-evidenced': 'claimed and not measured',
};

/** An exact amount with its thousands in groups: 1,234.50. */
export const grouped = (amount: Decimal): string => {
  const [whole = '', part] = amount.split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/gu, ',');
  return part === undefined ? digits : `${digits}.${part}`;
};

/** Which money there is all the same, and the flag that asks for it. */
export const elsewhere = (instead: 'spend' | 'budget' | null, flag: string): string =>
  instead === null ? '' : ` There is ${instead} of these days: add ${flag} ${instead}.`;

/** `1,234.50 EUR + 20.00 USD`, or a dash where there is none: currencies are never added up. */
export const moneyText = (amounts: readonly Money[]): string =>
  amounts.length === 0 ? '–' : amounts.map(({ amount, currency }) => `${grouped(amount)} ${currency}`).join(' + ');

/** What amounts come to, each currency by itself. */
export const sumsOf = (amounts: readonly Money[]): Money[] =>
  [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    amount: sumOfDecimals(all.map(({ amount }) => amount)),
  }));

/** By which rates money was brought together, and what has none. */
export const ratesLines = ({ line, style }: Terminal, rates: Rates | null): void => {
  for (const { from, to, rate, validFrom, use, n, amount, converted } of rates?.used ?? []) {
    const by = `${from} to ${to} at ${rate} from ${validFrom} on${use === null ? '' : ` (${use})`}`;
    line(
      style('dim', `  ${by}: ${counted(n, 'amount')}, ${grouped(amount)} are ${grouped(converted)} ${rates?.currency}`),
    );
  }
  for (const { kind, key, currency, n, amount, from, until } of rates === null ? [] : withoutRate(rates))
    line(
      `  in no figure: ${grouped(amount)} ${currency} of ${kind} ${key ?? 'none'} (${counted(n, 'amount')}, ${from === until ? from : `${from} to ${until}`}): no rate from ${currency} to ${rates?.currency}`,
    );
};

/** Says which budgets are in no figure, because their periods lie only partly in the days asked for. */
export const leftOutLine = (terminal: Terminal, leftOut: readonly { readonly amount: Money }[]): void => {
  if (leftOut.length === 0) return;
  const sums = sumsOf(leftOut.map(({ amount }) => amount));
  terminal.line(`  ${moneyText(sums)} in no figure: budgets of periods that lie only partly in these days`);
};
