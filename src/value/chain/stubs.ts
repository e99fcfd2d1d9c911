import type { DesignModel } from '#model/design-model.ts';
import type { ChainNode } from './chain.ts';

/**
 * Why money goes no further: no line of funding is known for it; its receiver has no initiative, capability, outcome or
 * benefit to pass it to; or it came to a benefit that nothing measures.
 */
export const breakReasons = [
  'no-investment',
  'no-initiative',
  'no-capability',
  'no-outcome',
  'no-benefit',
  'no-measure',
] as const;
export type BreakReason = (typeof breakReasons)[number];

/**
 * Why what stays at a node is a stub; undefined at a benefit that is measured, where money has come to what it was for.
 *
 * A supporting benefit that passes its money on to no other keeps it: it is a benefit all the same.
 */
export type StubReason = (node: ChainNode) => BreakReason | undefined;

export const stubReasons = ({ benefits }: Pick<DesignModel, 'benefits'>): StubReason => {
  const measured = new Set<string>(benefits.filter(isMeasured).map(({ key }) => key));
  return ({ kind, key }) => {
    if (kind === 'benefit') return measured.has(key) ? undefined : 'no-measure';
    return missingAfter[kind];
  };
};

const missingAfter = {
  investment: 'no-initiative',
  initiative: 'no-capability',
  capability: 'no-outcome',
  outcome: 'no-benefit',
} as const;

/** A benefit is measured when a value of it is planned, forecast or realised: there is a number that can turn out wrong. */
const isMeasured = ({ plan, forecasts, realised }: DesignModel['benefits'][number]): boolean =>
  plan !== undefined || forecasts.length > 0 || realised.length > 0;
