import type { StageKind } from '#model/kinds.ts';
import { wholeValue } from './pattern.ts';

/** What a raw name is to stand for; a null `to` takes it out of the rules that name it. */
export type Meant = {
  readonly raw: string;
  readonly to: string | null;
  /** Of a state: the kind of its stage, where no workflow says it. */
  readonly stage?: StageKind | undefined;
};

/** A rule as it is written, with nothing filled in. */
type WrittenRule = {
  readonly is?: string | readonly string[];
  readonly like?: string;
  readonly to?: string;
  readonly kind?: string;
};

/** A list of rules as it is written. */
export type WrittenRules = { readonly keep?: boolean; readonly rules?: readonly WrittenRule[] };

/**
 * A list of rules that says of one name what it stands for, with as little of it changed as can be.
 *
 * The name joins the values of a rule to the same key, so that what else the rule says holds of it too; else it gets a rule
 * at the end. Where an expression would take it first, its own rule goes in front of all.
 */
export const withMeaning = (list: WrittenRules, { raw, to, stage }: Meant): WrittenRules => {
  const rules = (list.rules ?? []).flatMap((rule) => without(rule, raw));
  if (to === null) return { ...list, rules };
  const fresh: WrittenRule = { is: raw, to, ...(stage === undefined ? {} : { kind: stage }) };
  if (rules.some(({ like }) => like !== undefined && wholeValue(like).test(raw)))
    return { ...list, rules: [fresh, ...rules] };
  const same = rules.findIndex(
    (rule) => rule.is !== undefined && rule.to === to && (stage === undefined || rule.kind === stage),
  );
  if (same < 0) return { ...list, rules: [...rules, fresh] };
  return { ...list, rules: rules.map((rule, index) => (index === same ? joined(rule, raw) : rule)) };
};

const without = (rule: WrittenRule, raw: string): WrittenRule[] => {
  if (rule.is === undefined || !valuesOf(rule).includes(raw)) return [rule];
  const [first, ...more] = valuesOf(rule).filter((value) => value !== raw);
  if (first === undefined) return [];
  return [{ ...rule, is: more.length === 0 ? first : [first, ...more] }];
};

const joined = (rule: WrittenRule, raw: string): WrittenRule => ({ ...rule, is: [...valuesOf(rule), raw] });

const valuesOf = ({ is = [] }: WrittenRule): readonly string[] => (typeof is === 'string' ? [is] : is);

/** What the rules that name a raw value say of it now: the order that takes another meaning back. */
export const meaningNow = ({ rules = [] }: WrittenRules, raw: string): { to: string | null; stage?: string } => {
  const rule = rules.find((each) => valuesOf(each).includes(raw));
  if (rule?.to === undefined) return { to: null };
  return { to: rule.to, ...(rule.kind === undefined ? {} : { stage: rule.kind }) };
};
