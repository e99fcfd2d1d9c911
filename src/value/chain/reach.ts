import { overlap } from '#model/period.ts';
import type { Chain, ChainNode, ChainStep } from './chain.ts';
import type { Days } from './funding.ts';
import { type BreakReason, breakReasons, type StubReason } from './stubs.ts';

/** Where each node's chain breaks on its best way; a node that is not in the map stands in a chain that does not break. */
export type Breaks = ReadonlyMap<ChainNode, BreakReason>;

/** What would have to come before a node; nothing before a line of funding. */
export const missingBefore = ({ kind }: ChainNode): BreakReason | undefined =>
  kind === 'investment' ? undefined : before[kind];

const before = {
  initiative: 'no-investment',
  capability: 'no-initiative',
  outcome: 'no-capability',
  benefit: 'no-outcome',
} as const;

export const inForceWithin = (steps: readonly ChainStep[], days: Days): ChainStep[] =>
  steps.filter(({ link }) => overlap(link, days));

/**
 * The way of every node to a benefit that is measured, over links that hold on any of the days, whatever shares they claim.
 * Where no way gets there, the reason is that of the one that comes furthest.
 */
export const breaksAhead = ({ order }: Chain, days: Days, reasonAt: StubReason): Breaks => {
  const breaks = new Map<ChainNode, BreakReason>();
  for (const node of order.toReversed()) {
    const own = reasonAt(node);
    const next = inForceWithin(node.outgoing, days).map(({ receiver }) => breaks.get(receiver));
    const reason = bestOf(own === undefined ? [undefined] : [own, ...next], furthestAhead);
    if (reason) breaks.set(node, reason);
  }
  return breaks;
};

/** The way of every node back to a line of funding; where none gets there, the reason is that of the one that comes furthest. */
export const breaksBehind = ({ order }: Chain, days: Days): Breaks => {
  const breaks = new Map<ChainNode, BreakReason>();
  for (const node of order) {
    const givers = inForceWithin(node.incoming, days).map(({ giver }) => breaks.get(giver));
    const reason = bestOf([missingBefore(node), ...givers], furthestBehind);
    if (reason) breaks.set(node, reason);
  }
  return breaks;
};

const furthestAhead = (a: BreakReason, b: BreakReason): BreakReason =>
  breakReasons.indexOf(a) > breakReasons.indexOf(b) ? a : b;

const furthestBehind = (a: BreakReason, b: BreakReason): BreakReason =>
  breakReasons.indexOf(a) < breakReasons.indexOf(b) ? a : b;

/** No reason, where one of the ways does not break. */
const bestOf = (
  ways: readonly (BreakReason | undefined)[],
  further: (a: BreakReason, b: BreakReason) => BreakReason,
): BreakReason | undefined =>
  ways.reduce((best, way) => (best === undefined || way === undefined ? undefined : further(best, way)));
