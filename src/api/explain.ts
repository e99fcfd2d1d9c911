import { z } from 'zod';
import { SourceCoverage } from '#model/diagnosis.ts';
import { Dispute } from '#model/dispute.ts';
import { Opens } from '#model/opens.ts';
import { Reading } from '#model/reading.ts';
import { BrokenCase, DimensionScore, RuleResult } from '#model/rule-result.ts';
import { Sign, SignRuleResult } from '#model/sign.ts';
import { Window } from '#model/window.ts';
import { endpoint } from './define.ts';
import { asOf, Moment } from './figures.ts';

/** A source that stands behind an explanation, and how fresh it is. */
const Input = z.object({
  source: z.string(),
  accepted: z.int(),
  rejected: z.int(),
  lastImport: z.string(),
});

const told = {
  id: z.string(),
  /** Under which it is found again; nothing where it was read as of another instant than the last row. */
  cite: z.string().optional(),
  title: z.string(),
  timeZone: z.string(),
  window: Window,
  asOf: z.iso.datetime(),
  /** What it says, with how sure that is. */
  sentence: z.string(),
  /** How it is defined, part by part, in words. */
  definition: z.array(z.object({ part: z.string(), text: z.string() })),
  /** Who holds it to be wrong, and what was answered. */
  disputes: z.array(
    z.object({
      key: z.string(),
      raised: z.string(),
      because: z.string(),
      status: Dispute.shape.status.unwrap(),
      answer: z.string().nullable(),
    }),
  ),
  /** As they are now, whatever instant it was read as of. */
  inputs: z.array(Input),
  /** The words after `throughline` that give the same again. */
  command: z.array(z.string()),
};

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * One thing that was said, opened: a sign or a score down to its rules, a rule to the cases that broke it, a figure to its
 * rows, a source to what became of its rows.
 */
export const Explanation = z.discriminatedUnion('kind', [
  z.object({
    ...told,
    kind: z.literal('figure'),
    figure: Reading,
    total: z.int(),
    rows: z.array(z.record(z.string(), Cell)),
  }),
  z.object({ ...told, kind: z.literal('rule'), rule: RuleResult, total: z.int(), cases: z.array(BrokenCase) }),
  z.object({ ...told, kind: z.literal('dimension'), dimension: DimensionScore, rules: z.array(RuleResult) }),
  z.object({
    ...told,
    kind: z.literal('design'),
    kept: z.int(),
    tolerable: z.int(),
    beyond: z.int(),
    rules: z.array(RuleResult),
  }),
  z.object({ ...told, kind: z.literal('source'), source: SourceCoverage }),
  z.object({ ...told, kind: z.literal('sign'), sign: Sign }),
  z.object({ ...told, kind: z.literal('sign-rule'), signRule: SignRuleResult }),
]);
export type Explanation = z.infer<typeof Explanation>;

export const explainSaying = endpoint({
  id: 'explain-saying',
  stands: true,
  method: 'get',
  path: '/api/v1/explanations/:id',
  summary: 'A figure, rule, sign, score or source by its id, code or citation, opened down to its rules, cases or rows',
  input: z.strictObject({
    id: z.string(),
    /** The cases of a figure that are looked at. */
    where: Opens.unwrap().shape.where,
    asOf,
    from: Moment.optional(),
    until: Moment.optional(),
    limit: z.int().min(1).max(100_000).default(20),
    offset: z.int().min(0).default(0),
  }),
  answer: Explanation,
});
