import type { RuleResult } from '#model/rule-result.ts';
import { differenceOfIndependent } from '#model/statistics/independent-difference.ts';
import type { Rule } from './define.ts';
import type { Ground } from './ground.ts';
import { estimateOf, measure } from './measure.ts';
import type { Span } from './span.ts';
import { trendPeriods } from './trend-periods.ts';

/**
 * The last planning period that lies in the window as a whole, against the one before it.
 *
 * Null where there are no two such periods, or where one of them has too few cases or no interval. The difference is that
 * of independent rows, each side lending its own interval (for shares: Newcombe's).
 */
export const trendOf = async (ground: Ground, rule: Rule): Promise<RuleResult['trend']> => {
  const [last, present] = trendPeriods(ground.context);
  if (!last || !present) return null;
  const after = await measured(ground, rule, present);
  if (!after) return null;
  const before = await measured(ground, rule, last);
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

const measured = async (ground: Ground, rule: Rule, span: Span) => estimateOf(await measure(ground, rule, span));
