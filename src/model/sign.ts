import { z } from 'zod';
import { BrokenCase, RuleInterval } from './rule-result.ts';

/**
 * What a sign comes to.
 *
 * `called`: two rules are beyond what is tolerable over the whole of their interval, so that one odd figure calls nothing.
 * `watch`: one rule is. `not-enough-data`: none is, and fewer than two rules could be read, which is no all-clear.
 */
export const SignStatus = z.enum(['called', 'watch', 'clear', 'not-enough-data']);
export type SignStatus = z.infer<typeof SignStatus>;

/** `event-counts` bounds a ratio of two counts of events, `difference` what two periods differ by. */
export const SignInterval = z.enum([...RuleInterval.options, 'event-counts', 'difference']);
export type SignInterval = z.infer<typeof SignInterval>;

/** The thresholds of a rule, and who stated them: the design, the workspace's settings, its own history, or nobody. */
export const SignThresholds = z
  .object({
    asDesigned: z.number(),
    worstTolerable: z.number(),
    twiceAsBad: z.number(),
    from: z.enum(['design', 'workspace', 'history', 'default']),
    why: z.string(),
  })
  .readonly();
export type SignThresholds = z.infer<typeof SignThresholds>;

/**
 * Where a rule's finding concentrates, in the words in which it may be told.
 *
 * `worse`: the place whose own interval lies beyond the value of the whole. `part`: the place that holds most of a sum.
 * `most`: the place of most of the cases that broke a rule. A team stands under the name by which it may be shown.
 */
export const SignPlace = z
  .object({
    kind: z.enum(['worse', 'part', 'most']),
    scope: z.string(),
    key: z.string(),
    /** What people call it. */
    name: z.string(),
    /** In the unit of the rule for `worse`; else the share of the whole that lies here. */
    value: z.number(),
    n: z.int().nonnegative(),
  })
  .readonly();
export type SignPlace = z.infer<typeof SignPlace>;

/** Severity is the 0–100 of a rule's breakpoints; confidence is its coverage × (1 − the width of that interval ÷ 100). */
export const SignRuleResult = z
  .object({
    rule: z.string(),
    title: z.string(),
    status: z.enum(['read', 'not-enough-data', 'switched-off']),
    missing: z.string().optional(),
    value: z.number().nullable(),
    unit: z.string(),
    n: z.int().nonnegative(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    interval: SignInterval,
    coverage: z.number().min(0).max(1).nullable(),
    thresholds: SignThresholds.nullable(),
    severity: z
      .object({ value: z.number(), lower: z.number().nullable(), upper: z.number().nullable() })
      .readonly()
      .nullable(),
    confidence: z.number().min(0).max(1).nullable(),
    /** What was found and how sure that is, in words. */
    says: z.string().nullable(),
    where: SignPlace.nullable(),
    /** The metric, the rule of conformance or the part of the model that it reads. */
    standsOn: z.string(),
    /** The words after `throughline` that open what it stands on. */
    open: z.array(z.string()).readonly(),
    examples: z.array(BrokenCase).readonly(),
    cite: z.string().optional(),
  })
  .readonly();
export type SignRuleResult = z.infer<typeof SignRuleResult>;

/** One of the eight signs of a misaligned operating model, with the rules it rests on and what a person would be told. */
export const Sign = z
  .object({
    sign: z.string(),
    title: z.string(),
    status: SignStatus,
    /** The largest severity × confidence of its rules. */
    severity: z.number().min(0).max(100).nullable(),
    /** The confidence of the rule from which that comes. */
    confidence: z.number().min(0).max(1).nullable(),
    sentence: z.string(),
    rules: z.array(SignRuleResult).readonly(),
    cite: z.string().optional(),
  })
  .readonly();
export type Sign = z.infer<typeof Sign>;
