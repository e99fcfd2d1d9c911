import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { importanceShares, strategicCapabilities } from '#model/importance.ts';
import { holdsOn } from '#model/period.ts';

/** What the goals of a planning period say of capabilities. */
export type StrategyOn = {
  /** The period whose weights are taken; none where no goal weighs anything on that day. */
  readonly period: string | undefined;
  readonly strategic: ReadonlySet<string>;
  /** The share of importance of each leaf of the capability tree, by its key. */
  readonly shares: ReadonlyMap<string, number>;
};

/**
 * The strategy that holds on a day: of the planning periods around it in which goals weigh anything, the shortest.
 *
 * Goals may be weighed once a year while money is planned by quarters.
 */
export const strategyOn = (model: DesignModel, day: Day, cut: number): StrategyOn => {
  const weighed = new Set<string>(
    model.goals.flatMap(({ weights }) => weights.filter(({ weight }) => weight > 0).map(({ period }) => period)),
  );
  const around = model.planningPeriods.filter((each) => weighed.has(each.key) && holdsOn(each, day));
  const [period] = around.toSorted((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from > b.from ? -1 : 1));
  if (!period) return { period: undefined, strategic: new Set(), shares: new Map() };
  return {
    period: period.key,
    strategic: strategicCapabilities(model, period.key, cut),
    shares: importanceShares(model, period.key),
  };
};
