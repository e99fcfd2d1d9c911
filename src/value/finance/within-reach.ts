import type { ChainNode } from '../chain/chain.ts';

/** All that stands before or after a record in the chain, itself included, whatever its links claim and whenever they hold. */
export const withinReach = (start: ChainNode, way: 'before' | 'after'): ReadonlySet<ChainNode> => {
  const reached = new Set([start]);
  for (const node of reached) {
    for (const step of way === 'before' ? node.incoming : node.outgoing) {
      reached.add(way === 'before' ? step.giver : step.receiver);
    }
  }
  return reached;
};
