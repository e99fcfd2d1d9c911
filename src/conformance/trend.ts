import { type Period, periodsBetween } from '#model/calendar/periods.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { differenceOfIndependent } from '#model/statistics/independent-difference.ts';
import type { Estimate } from '#model/statistics/interval.ts';
import type { ConformanceContext } from './context.ts';
import type { Rule } from './define.ts';
import type { Ground } from './ground.ts';
import { type Measured, measure } from './measure.ts';

/**
 * The last planning period that lies in the window as a whole, against the one before it.
 *
 * Null where there are no two such periods, or where one of them has too few cases or no interval. The difference is that
 * of independent rows, each side lending its own interval (for shares: Newcombe's).
 */
export const trendOf = async (ground: Ground, rule: Rule): Promise<RuleResult['trend']> => {
  const [last, present] = lastTwoPeriods(ground.context);
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

/** A period counts as over on its last day already: logs rarely end at midnight. */
const nearlyOver = 86_400_000;

const lastTwoPeriods = ({ planningPeriod, window, timeZone, fiscalYearStart, asOf }: ConformanceContext): Period[] =>
  periodsBetween(planningPeriod, window.from, window.until, timeZone, fiscalYearStart)
    .filter(({ from }) => Date.parse(from) >= Date.parse(window.from))
    .filter(({ until }) => Date.parse(until) <= Math.min(Date.parse(window.until), asOf + nearlyOver))
    .slice(-2);

const measured = async (ground: Ground, rule: Rule, period: Period): Promise<(Estimate & { n: number }) | null> => {
  const span = { from: Date.parse(period.from), until: Date.parse(period.until) };
  const { value, lower, upper, n }: Measured = await measure(ground, rule, span);
  return value === null || lower === null || upper === null ? null : { value, lower, upper, n };
};
