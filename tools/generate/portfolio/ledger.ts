import type { Link } from './chain.ts';

type Spend = { readonly investment: string; readonly currency: string; readonly cents: number };

const endOf = (end: Link['giver']): string => Object.entries(end)[0]?.join(' ') ?? '';

/**
 * What comes to every record, in cents by currency, found by following every single path from every line of funding: slow,
 * and another way than the product's. No amount has to be rounded, as all shares are quarters.
 */
export const arrived = (links: readonly Link[], spends: readonly Spend[]): Record<string, Record<string, number>> => {
  const from = Map.groupBy(links, ({ giver }) => endOf(giver));
  const found: Record<string, Record<string, number>> = {};
  const follow = (at: string, currency: string, cents: number): void => {
    found[at] = { ...found[at], [currency]: (found[at]?.[currency] ?? 0) + cents };
    for (const { receiver, passes = 0 } of from.get(at) ?? []) {
      if (passes > 0) follow(endOf(receiver), currency, cents * passes);
    }
  };
  for (const { investment, currency, cents } of spends) follow(`investment ${investment}`, currency, cents);
  return found;
};
