import type { EventKind, StageKind, StepKind } from '#model/kinds.ts';
import type { Mapping, Rules, StepRule } from './mapping.ts';
import { wholeValue } from './pattern.ts';

/** What a raw name stands for. An unmapped name stands for itself, and says so. */
export type Resolved = { readonly key: string; readonly mapped: boolean };

type AnyRule = { readonly is?: string | readonly string[]; readonly like?: string; readonly to: string };

/** The rule that takes a raw value, with the key its `to` gives for it. */
const firstMatch = <R extends AnyRule>(rules: readonly R[], raw: string): { rule: R; key: string } | undefined => {
  for (const rule of rules) {
    if (rule.is !== undefined && oneOf(rule.is, raw)) return { rule, key: rule.to };
    const match = rule.like === undefined ? null : wholeValue(rule.like).exec(raw);
    if (match) return { rule, key: rule.to.replace(/\$(\d+)/g, (_, group) => match[Number(group)] ?? '') };
  }
  return undefined;
};

const oneOf = (values: string | readonly string[], raw: string): boolean =>
  typeof values === 'string' ? values === raw : values.includes(raw);

/** The key of a raw name by a list of rules. */
export const resolve = ({ keep, rules }: Rules, raw: string): Resolved => {
  const match = firstMatch(rules, raw);
  return match ? { key: match.key, mapped: true } : { key: raw, mapped: keep };
};

/** The stage of a raw state; its kind is undefined where the rule leaves it to the workflow. */
export const resolveState = (
  { keep, rules }: Mapping['states'],
  raw: string,
): Resolved & { readonly kind: StageKind | undefined } => {
  const match = firstMatch(rules, raw);
  return match ? { key: match.key, mapped: true, kind: match.rule.kind } : { key: raw, mapped: keep, kind: undefined };
};

/** What a row's activity says that happened; what no rule names is an update. */
export const resolveActivity = (rules: Mapping['activities'], raw: string): EventKind =>
  firstMatch(rules, raw)?.rule.to ?? 'update';

/** The step a row takes, by what it does or by the state it enters; the first rule that fits. */
export const resolveStep = (
  rules: readonly StepRule[],
  activity: string | null,
  entered: string | null,
): { readonly step: StepKind; readonly outcome: string | undefined } | undefined => {
  for (const rule of rules) {
    const fits =
      'activity' in rule
        ? activity !== null && oneOf(rule.activity, activity)
        : entered !== null && oneOf(rule.state, entered);
    if (fits) return { step: rule.to, outcome: rule.outcome };
  }
  return undefined;
};
