import type { DesignModel } from './design-model.ts';

type Strategy = Pick<DesignModel, 'goals' | 'goalCapabilities' | 'capabilities'>;

/** The weights of the goals that have any in a planning period. */
const weightsIn = ({ goals }: Strategy, period: string): ReadonlyMap<string, number> =>
  new Map(
    goals.flatMap(({ key, weights }) =>
      weights.filter((each) => each.period === period && each.weight > 0).map(({ weight }) => [key, weight] as const),
    ),
  );

/**
 * The capabilities that are strategic in a planning period: those whose highest importance for a goal that weighs anything
 * is at the workspace's cut or above it.
 */
export const strategicCapabilities = (strategy: Strategy, period: string, cut: number): ReadonlySet<string> => {
  const weights = weightsIn(strategy, period);
  return new Set(
    strategy.goalCapabilities
      .filter(({ goal, importance }) => importance >= cut && weights.has(goal))
      .map(({ capability }) => capability),
  );
};

/** What every capability is worth in a planning period: the sum over goals of weight × importance. Others are worth nothing. */
export const weightedImportance = (strategy: Strategy, period: string): ReadonlyMap<string, number> => {
  const weights = weightsIn(strategy, period);
  const links = Map.groupBy(strategy.goalCapabilities, ({ capability }) => capability);
  return new Map(
    [...links].map(([capability, own]) => [
      capability,
      own.reduce((sum, { goal, importance }) => sum + (weights.get(goal) ?? 0) * importance, 0),
    ]),
  );
};

/**
 * The share of importance that each leaf of the capability tree has in a planning period: Σ weight × importance, of the sum
 * over all leaves. Empty when no goal that weighs anything needs a leaf; nothing is then known of any share.
 *
 * Importance that is stated of a capability with others below it is in no share: it is not known for which of them it holds.
 */
export const importanceShares = (strategy: Strategy, period: string): ReadonlyMap<string, number> => {
  const worth = weightedImportance(strategy, period);
  const parents = new Set<string | undefined>(strategy.capabilities.map(({ parent }) => parent));
  const leaves = strategy.capabilities.filter(({ key }) => !parents.has(key));
  const amounts = new Map(leaves.map(({ key }) => [key, worth.get(key) ?? 0]));
  const whole = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  return whole === 0 ? new Map() : new Map([...amounts].map(([key, amount]) => [key, amount / whole]));
};
