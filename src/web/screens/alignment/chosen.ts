import { type Band, bandOf } from '#model/band.ts';
import type { RuleResult } from '#model/rule-result.ts';

/** Where a rule lies, or that nothing can be said of it. */
export type Standing = Band | 'unread';

export const standings: readonly Standing[] = ['beyond', 'tolerable', 'kept', 'unread'];

export const standingOf = (rule: RuleResult): Standing => bandOf(rule) ?? 'unread';

/** What the address asks for; anything else asks for all. */
export type Choice = { readonly dimension?: string | undefined; readonly band?: string | undefined };

/** The rules that are asked for: the furthest from the design first, what could not be read at the end. */
export const chosen = (rules: readonly RuleResult[], { dimension, band }: Choice): RuleResult[] =>
  rules
    .filter((rule) => dimension === undefined || rule.dimension === dimension)
    .filter((rule) => !standings.some((each) => each === band) || standingOf(rule) === band)
    .toSorted((a, b) => distance(b) - distance(a));

const distance = ({ severity }: RuleResult): number => severity?.value ?? -1;

export const countOf = (rules: readonly RuleResult[], standing: Standing): number =>
  rules.filter((rule) => standingOf(rule) === standing).length;
