import { tolerable } from '#model/band.ts';
import type { Diagnosis } from '#model/diagnosis.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { Sign, SignRuleResult } from '#model/sign.ts';

/** Something that needs a decision: a sign that shows, or a rule beyond what is tolerable that no such sign tells of. */
export type BriefFinding =
  | { readonly kind: 'sign'; readonly id: string; readonly severity: number; readonly sign: Sign }
  | { readonly kind: 'rule'; readonly id: string; readonly severity: number; readonly rule: RuleResult };

/** Called signs first, then those to watch, then rules; the severest of each first. */
export const findingsOf = ({ signs, worst }: Pick<Diagnosis, 'signs' | 'worst'>): BriefFinding[] => {
  const shown = signs.filter(({ status }) => status === 'called' || status === 'watch');
  const told = new Set(shown.flatMap(({ rules }) => rules.filter(isBeyond).map(({ standsOn }) => standsOn)));
  return [
    ...shown.map((sign) => ({ kind: 'sign' as const, id: sign.sign, severity: sign.severity ?? 0, sign })),
    ...worst
      .filter(({ rule }) => !told.has(rule))
      .map((rule) => ({ kind: 'rule' as const, id: rule.rule, severity: rule.severity?.value ?? 0, rule })),
  ];
};

const isBeyond = ({ severity }: SignRuleResult): boolean => (severity?.value ?? 0) >= tolerable;

/** What shows the sign, the severest first. */
export const evidenceOf = ({ rules }: Sign): SignRuleResult[] =>
  rules.filter(isBeyond).toSorted((a, b) => (b.severity?.value ?? 0) - (a.severity?.value ?? 0));
