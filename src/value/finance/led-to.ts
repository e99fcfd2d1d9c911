import type { Chain, ChainNode } from '../chain/chain.ts';
import type { Way } from '../chain/lanes.ts';
import { traceOf } from '../chain/trace.ts';
import type { MoneyLine } from './money-line.ts';

/** All that lines of money lead to, by the shares of the links that hold on their days, however much each of them is. */
export const ledTo = (chain: Chain, way: Way, lines: readonly MoneyLine[]): ReadonlySet<ChainNode> => {
  const alike = lines.map(({ kind, key, on, conversion: { original } }) => ({
    node: chain.find(kind, key),
    on,
    amount: much,
    unit: original.currency,
  }));
  const reached = traceOf(chain, way, alike).flatMap(({ nodes }) => nodes);
  return new Set(reached.filter(({ amount }) => Number(amount) > 0).map(({ node }) => node));
};

/** So much that the smallest share of it is some coin. */
const much = '1000000';
