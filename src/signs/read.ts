import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { SignRuleResult, SignThresholds } from '#model/sign.ts';
import { severity, severityInterval } from '#model/statistics/piecewise.ts';
import { type Evidence, type Found, ruleIdOf, type SignDefinition, type SignRule } from './define.ts';
import { amountOf, suretyOf } from './words.ts';

/** What each rule of a sign says of the evidence. Where a finding concentrates is told later, of those that are sure. */
export const readRules = (sign: SignDefinition, evidence: Evidence): SignRuleResult[] =>
  sign.rules.map((rule) => {
    const id = ruleIdOf(sign, rule);
    const setting = evidence.design.ruleSettings.find(({ key }) => key === id);
    const base = { rule: id, title: rule.title, unit: rule.unit, ...basisOf(rule) };
    if (setting?.enabled === false)
      return { ...base, ...unread('switched off in this workspace'), status: 'switched-off' };
    const looked = lookAt(rule, evidence);
    if (typeof looked === 'string') return { ...base, ...unread(looked) };
    const [first, second, third] = setting?.breakpoints ?? [];
    const own =
      first === undefined || second === undefined || third === undefined
        ? looked.thresholds
        : {
            asDesigned: first,
            worstTolerable: second,
            twiceAsBad: third,
            from: 'workspace' as const,
            why: 'stated in the settings of this workspace',
          };
    return { ...base, ...judged(rule, looked.found, own), examples: looked.examples };
  });

type Looked = {
  readonly found: Found & { readonly value: number };
  readonly thresholds: SignThresholds;
  readonly examples: RuleResult['examples'];
};

/** The value of a rule with its thresholds, or why there is none. */
const lookAt = ({ basis }: SignRule, evidence: Evidence): Looked | string => {
  switch (basis.kind) {
    case 'unfed':
      return basis.needs;
    case 'rule':
      return ofRule(evidence.rules.find(({ rule }) => rule === basis.rule));
    case 'figure':
      return ofFound(
        evidence.figures.find(({ metric }) => metric === basis.metric) ?? 'was not read',
        basis.breakpoints,
      );
    case 'own':
      return ofFound(basis.look(evidence), basis.breakpoints);
  }
};

const ofRule = (result: RuleResult | undefined): Looked | string => {
  if (!result) return 'was not read';
  const { value, breakpoints, examples } = result;
  if (value === null) return result.missing ?? 'cannot be read';
  const why = `as the rule of conformance “${result.title}” is judged`;
  return { found: { ...result, value }, thresholds: { ...breakpoints, why }, examples };
};

const ofFound = (found: Found | Reading | string, own: Omit<SignThresholds, 'from'>): Looked | string => {
  if (typeof found === 'string') return found;
  const { value } = found;
  if (value === null) return found.missing ?? 'cannot be read';
  const thresholds = 'judgedBy' in found && found.judgedBy ? found.judgedBy : { ...own, from: 'default' as const };
  return { found: { ...found, value }, thresholds, examples: [] };
};

const judged = (rule: SignRule, found: Looked['found'], thresholds: SignThresholds) => {
  const { value, n, lower, upper, interval, coverage } = found;
  const bounds =
    lower === null || upper === null ? { lower: null, upper: null } : severityInterval({ lower, upper }, thresholds);
  return {
    status: 'read' as const,
    value,
    n,
    lower,
    upper,
    interval,
    coverage,
    thresholds,
    severity: { value: severity(value, thresholds), ...bounds },
    confidence:
      bounds.lower === null || bounds.upper === null
        ? null
        : (coverage ?? 0) * (1 - (bounds.upper - bounds.lower) / 100),
    says: told(rule, found),
    where: null,
  };
};

/** The clause of a sentence, with how sure it is. */
const told = ({ tellsRest, unit, says }: SignRule, found: Looked['found']): string => {
  const { value, lower, upper } = found;
  const rest = (share: number | null): number | null => (share === null ? null : 1 - share);
  const shown = tellsRest ? { ...found, lower: rest(upper), upper: rest(lower) } : found;
  return `${says(amountOf(tellsRest ? 1 - value : value, unit), found.beside)} (${suretyOf({ ...shown, unit })})`;
};

const unread = (missing: string) => ({
  status: 'not-enough-data' as const,
  missing,
  value: null,
  n: 0,
  lower: null,
  upper: null,
  interval: 'none' as const,
  coverage: null,
  thresholds: null,
  severity: null,
  confidence: null,
  says: null,
  where: null,
  examples: [],
});

const basisOf = ({ basis }: SignRule): Pick<SignRuleResult, 'standsOn' | 'open'> => {
  switch (basis.kind) {
    case 'figure':
      return { standsOn: basis.metric, open: ['metric', 'rows', basis.metric.replace(/\/.*$/u, '')] };
    case 'rule':
      return { standsOn: basis.rule, open: ['conform', '--rule', basis.rule] };
    case 'own':
      return { standsOn: basis.standsOn, open: basis.open };
    case 'unfed':
      return { standsOn: 'nothing yet', open: [] };
  }
};
