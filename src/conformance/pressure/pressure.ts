import type { RuleResult } from '#model/rule-result.ts';
import { differenceOfIndependent } from '#model/statistics/independent-difference.ts';
import type { Rule } from '../define.ts';
import { estimateOf, type Parts } from '../measure.ts';

/**
 * The rows that began under pressure against the rest of the window's rows, or why the two cannot be told apart.
 *
 * The difference is taken as that of independent rows, as in a trend. Where an item has rows on both sides they are alike,
 * and the interval is rather too wide.
 */
export const pressureOf = async (
  rule: Rule,
  parts: Parts,
): Promise<Pick<RuleResult, 'pressure' | 'pressureMissing'>> => {
  if ('never' in rule.underPressure) return { pressure: null, pressureMissing: rule.underPressure.never };
  const sides = await parts.sides();
  const under = estimateOf(sides.under);
  if (!under) return { pressure: null, pressureMissing: `under pressure ${sides.under.missing ?? 'no interval'}` };
  const rest = estimateOf(sides.rest);
  if (!rest) return { pressure: null, pressureMissing: `else ${sides.rest.missing ?? 'no interval'}` };
  const { value, lower, upper } = differenceOfIndependent(under, rest);
  return {
    pressure: {
      under: { value: under.value, n: under.n },
      rest: { value: rest.value, n: rest.n },
      difference: value,
      lower,
      upper,
    },
  };
};
