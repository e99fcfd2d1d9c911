import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { millionths } from '#model/share.ts';
import { type Chain, type ChainNode, isInForce } from '#value/chain/chain.ts';
import { type BreakReason, breakReasons, stubReasons } from '#value/chain/stubs.ts';

/** Where money that comes to a node ends up: at benefits that are measured, or at a break of the chain. */
export const ends = ['traced', ...breakReasons] as const;
type End = 'traced' | BreakReason;

/** Shares of what comes to a node, in the order of `ends`; they sum to 1. */
export type Arrivals = readonly number[];

/**
 * Which shares of the money at a node end where, by the links that hold on a day.
 *
 * Every node is worked out once for all days on which the same links hold, from the last to the first, so that a thousand
 * lines of money cost no more than one. Parts of a coin are kept: a share of money is told by it, no sum in the ledger.
 */
export const arrivalsIn = (chain: Chain, model: DesignModel): ((node: ChainNode, on: Day) => Arrivals) => {
  const reasonAt = stubReasons(model);
  const known = new Map<number, ReadonlyMap<ChainNode, Arrivals>>();
  return (node, on) => {
    const stretch = chain.changes.filter((day) => day <= on).length;
    const found = known.get(stretch) ?? arrivalsOn(chain, on, (at) => reasonAt(at) ?? 'traced');
    known.set(stretch, found);
    return found.get(node) ?? endingAt(reasonAt(node) ?? 'traced');
  };
};

/** All of it ends at one place. */
export const endingAt = (end: End): Arrivals => ends.map((each) => (each === end ? 1 : 0));

const arrivalsOn = (chain: Chain, on: Day, endOf: (node: ChainNode) => End): ReadonlyMap<ChainNode, Arrivals> => {
  const found = new Map<ChainNode, Arrivals>();
  for (const node of chain.order.toReversed()) {
    const steps = node.outgoing.filter((step) => step.passes > 0 && isInForce(step, on));
    const stays = whole - steps.reduce((sum, { passes }) => sum + passes, 0);
    const own = endingAt(endOf(node));
    found.set(
      node,
      own.map((share, end) =>
        steps.reduce(
          (sum, { passes, receiver }) => sum + ((found.get(receiver)?.[end] ?? 0) * passes) / whole,
          (share * stays) / whole,
        ),
      ),
    );
  }
  return found;
};

const whole = millionths(1);
