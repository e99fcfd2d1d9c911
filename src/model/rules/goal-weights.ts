import type { DesignModel } from '../design-model.ts';
import { comparedToWhole, millionths, sumText } from '../share.ts';
import type { Violation } from './violation.ts';

/** Planning periods in which the weights of the goals are not one whole, each told at the last goal that weighs it. */
export const goalWeights = ({ goals }: DesignModel): Violation[] => {
  const weights = goals.flatMap(({ key, weights }, index) =>
    weights.map(({ period, weight }, n) => ({ key, index, period, weight, field: `weights[${n}].weight` })),
  );
  return [...Map.groupBy(weights, ({ period }) => period)].flatMap(([period, entries]) => {
    const sum = entries.reduce((total, { weight }) => total + millionths(weight), 0);
    const last = entries.at(-1);
    if (!last || comparedToWhole(sum) === 0) return [];
    const { key, index, field, weight } = last;
    const working = entries.map((entry) => `${entry.weight} of ${entry.key}`).join(' + ');
    const expected = `weights that sum to 1 in ${period}, not to ${sumText(sum)} (${working})`;
    return [{ kind: 'goal' as const, index, key, field, found: String(weight), expected }];
  });
};
