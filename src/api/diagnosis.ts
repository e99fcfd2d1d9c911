import { z } from 'zod';
import { Diagnosis } from '#model/diagnosis.ts';
import { BrokenCase, Conformance, Dimension, RuleResult } from '#model/rule-result.ts';
import { Window } from '#model/window.ts';
import { endpoint } from './define.ts';
import { asOf, Moment } from './figures.ts';
import { notices } from './model.ts';

const windowed = { from: Moment.optional(), until: Moment.optional(), asOf };

export const diagnoseWorkspace = endpoint({
  id: 'diagnose-workspace',
  stands: true,
  job: 'begun-again',
  method: 'get',
  path: '/api/v1/diagnosis',
  summary: 'How IT works against its design: what is kept, where work and decisions wait, what cannot be said',
  input: z.strictObject(windowed),
  answer: Diagnosis.unwrap().extend({ notices }),
});

export const conformToDesign = endpoint({
  id: 'conform-to-design',
  stands: true,
  job: 'begun-again',
  method: 'get',
  path: '/api/v1/conformance',
  summary: 'Every rule of the design with its actual rate, interval, trend and the cases that broke it',
  input: z.strictObject(windowed),
  answer: Conformance.unwrap().extend({ window: Window, timeZone: z.string(), asOf: z.iso.datetime(), notices }),
});

const RuleCard = z.object({
  id: z.string(),
  dimension: Dimension,
  title: z.string(),
  /** What the design says, in a sentence. */
  says: z.string(),
  /** How it is held against the evidence. */
  test: z.string(),
  /** Why its usual thresholds are what they are. */
  why: z.string(),
});

export type RuleCard = z.infer<typeof RuleCard>;

export const listRules = endpoint({
  id: 'list-rules',
  stands: true,
  method: 'get',
  path: '/api/v1/rules',
  summary: 'Every rule by which a design can be held against the evidence: what it says and how it is read',
  input: z.strictObject({}),
  answer: z.object({ rules: z.array(RuleCard) }),
});

/** A sign with its rules, as they are defined. */
const SignCard = z.object({
  id: z.string(),
  title: z.string(),
  harm: z.string(),
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      test: z.string(),
      /** The metric or the rule of the design whose value it judges; null where nothing feeds it yet. */
      standsOn: z.string().nullable(),
    }),
  ),
});
export type SignCard = z.infer<typeof SignCard>;

export const listSigns = endpoint({
  id: 'list-signs',
  method: 'get',
  path: '/api/v1/signs',
  summary: 'Every sign of misalignment, with the rules by which it is told',
  input: z.strictObject({}),
  answer: z.object({ signs: z.array(SignCard) }),
});

export const listBrokenCases = endpoint({
  id: 'list-broken-cases',
  pages: ({ cases, total }) => ({ rows: cases.length, total }),
  stands: true,
  method: 'get',
  path: '/api/v1/conformance/:rule/cases',
  summary: 'One rule, and the cases that broke it',
  input: z.strictObject({
    ...windowed,
    rule: z.string(),
    limit: z.int().min(1).max(100_000).default(50),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    result: RuleResult,
    says: z.string(),
    test: z.string(),
    why: z.string(),
    asOf: z.iso.datetime(),
    total: z.int(),
    cases: z.array(BrokenCase),
    notices,
  }),
});
