import type { ChainNode, ChainStep } from '../chain/chain.ts';

/** All that stands before or after a record in the chain, itself included, by the links that are followed, whenever they hold. */
export const withinReach = (
  start: ChainNode,
  way: 'before' | 'after',
  isFollowed: (step: ChainStep) => boolean = () => true,
): ReadonlySet<ChainNode> => {
  const reached = new Set([start]);
  for (const node of reached) {
    for (const step of way === 'before' ? node.incoming : node.outgoing) {
      if (isFollowed(step)) reached.add(way === 'before' ? step.giver : step.receiver);
    }
  }
  return reached;
};
