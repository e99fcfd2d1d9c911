import type { RuleResult } from './rule-result.ts';

/** The severity up to which a rule is kept well enough, by its own breakpoints; at 0 it is kept as designed. */
export const tolerable = 50;

/** Where a rule that was read lies: as designed, still tolerable, or beyond that. */
export type Band = 'kept' | 'tolerable' | 'beyond';

/** Undefined of a rule that could not be read. */
export const bandOf = ({ severity }: Pick<RuleResult, 'severity'>): Band | undefined => {
  if (severity === null) return undefined;
  if (severity.value === 0) return 'kept';
  return severity.value < tolerable ? 'tolerable' : 'beyond';
};
