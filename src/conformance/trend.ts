import type { RuleResult } from '#model/rule-result.ts';
import { differenceOfIndependent } from '#model/statistics/independent-difference.ts';
import { estimateOf, type Parts } from './measure.ts';

/**
 * The last planning period that lies in the window as a whole, against the one before it.
 *
 * Null where there are no two such periods, or where one of them has too few cases or no interval. The difference is that
 * of independent rows, each side lending its own interval (for shares: Newcombe's).
 */
export const trendOf = async (
  { period }: Parts,
  periods: readonly { readonly key: string }[],
): Promise<RuleResult['trend']> => {
  const [last, present] = periods;
  if (!last || !present) return null;
  const after = estimateOf(await period(1));
  if (!after) return null;
  const before = estimateOf(await period(0));
  if (!before) return null;
  const { value, lower, upper } = differenceOfIndependent(after, before);
  return {
    thisPeriod: { key: present.key, value: after.value, n: after.n },
    lastPeriod: { key: last.key, value: before.value, n: before.n },
    difference: value,
    lower,
    upper,
  };
};
