import type { RuleResult } from '#model/rule-result.ts';

export type Change = {
  readonly now: RuleResult;
  readonly before: RuleResult;
  /** How much less severe it is; below nought where it is more. */
  readonly better: number;
};

/**
 * The rules that moved for sure from one period to the other, those that moved most first.
 *
 * Sure is what moved so far that the intervals of the two have nothing in common: a careful test, which passes over some
 * changes and seldom tells one that is none. A complete count has no interval, and any change of it is one.
 */
export const changesOf = (now: readonly RuleResult[], before: readonly RuleResult[]): Change[] =>
  now
    .flatMap((rule) => {
      const earlier = before.find((each) => each.rule === rule.rule);
      if (!earlier || rule.severity === null || earlier.severity === null || !isApart(rule, earlier)) return [];
      return [{ now: rule, before: earlier, better: earlier.severity.value - rule.severity.value }];
    })
    .filter(({ better }) => Math.abs(better) >= 0.5)
    .toSorted((a, b) => Math.abs(b.better) - Math.abs(a.better));

/** How many rules can be compared at all. */
export const compared = (now: readonly RuleResult[], before: readonly RuleResult[]): number =>
  now.filter(({ rule, value }) => value !== null && before.some((each) => each.rule === rule && each.value !== null))
    .length;

const isApart = (a: RuleResult, b: RuleResult): boolean => {
  const [one, other] = [boundsOf(a), boundsOf(b)];
  return one !== undefined && other !== undefined && (one.lower > other.upper || other.lower > one.upper);
};

const boundsOf = ({ value, lower, upper, interval }: RuleResult) => {
  if (value === null) return undefined;
  if (interval === 'complete') return { lower: value, upper: value };
  return lower === null || upper === null ? undefined : { lower, upper };
};
