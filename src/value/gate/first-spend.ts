import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { compareDecimals } from '#model/money.ts';
import { spendLines } from '#model/spend.ts';
import { type Chain, type ChainNode, isInForce } from '../chain/chain.ts';

/** The day on which money first went out for a record. */
export type FirstSpends = ReadonlyMap<ChainNode, Day>;

/**
 * For a line of funding the day of its first spend, for an initiative that of the first spend of which its link passes
 * something on that day. Credits are no spend.
 */
export const firstSpends = (
  chain: Chain,
  model: Pick<DesignModel, 'investments' | 'spendStatements'>,
  today: Day,
): FirstSpends => {
  const first = new Map<ChainNode, Day>();
  const note = (node: ChainNode, on: Day): void => {
    const known = first.get(node);
    if (known === undefined || on < known) first.set(node, on);
  };
  for (const { investment, on, amount } of spendLines(model)) {
    const node = investment === undefined ? undefined : chain.find('investment', investment);
    if (!node || on > today || compareDecimals(amount.amount, '0') <= 0) continue;
    note(node, on);
    for (const step of node.outgoing) if (step.passes > 0 && isInForce(step, on)) note(step.receiver, on);
  }
  return first;
};
