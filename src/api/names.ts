import { z } from 'zod';
import { StageKind } from '#model/kinds.ts';
import { endpoint } from './define.ts';

/** The kinds of names that a mapping turns into keys. */
export const NameKind = z.enum([
  'state',
  'team',
  'type',
  'priority',
  'capability',
  'initiative',
  'channel',
  'decision-type',
  'decider',
]);
export type NameKind = z.infer<typeof NameKind>;

/** A key that a name may stand for, and how likely it does. */
const Suggestion = z.object({
  key: z.string(),
  name: z.string(),
  likeness: z.number().min(0).max(1),
  why: z.enum(['same', 'same-words', 'initials', 'alike']),
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * A name of the evidence that nothing is known of.
 *
 * - `no-rule`: no rule takes it, so it stands for itself.
 * - `no-kind`: a state of which no rule and no workflow says what kind of stage it is.
 * - `no-record`: its key has no record in any design.
 */
export const OpenName = z.object({
  kind: NameKind,
  raw: z.string(),
  key: z.string(),
  why: z.enum(['no-rule', 'no-kind', 'no-record']),
  /** Rows that carry it (of deciders and types of decision: decisions). */
  rows: z.int(),
  suggestions: z.array(Suggestion),
});
export type OpenName = z.infer<typeof OpenName>;

/** What names of a kind may stand for. */
const Keys = z.object({
  kind: NameKind,
  keys: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      /** Of a stage, where it is known. */
      stage: StageKind.nullable(),
    }),
  ),
});

export const listNames = endpoint({
  id: 'list-names',
  stands: true,
  method: 'get',
  path: '/api/v1/names',
  summary: 'Names in the evidence that no rule takes or no record knows, and what they may stand for',
  input: z.strictObject({ source: z.string().optional() }),
  answer: z.object({
    sources: z.array(
      z.object({ source: z.string(), mapping: z.string(), names: z.array(OpenName), known: z.array(Keys) }),
    ),
  }),
});

/** What a raw name is to stand for; null takes it out of the rules that name it. */
const Meaning = z.strictObject({
  kind: NameKind,
  raw: z.string(),
  to: z.string().min(1).nullable(),
  /** Of a state: what kind of stage it is, where no workflow says it. */
  stage: StageKind.optional(),
});
export type Meaning = z.infer<typeof Meaning>;

export const mapNames = endpoint({
  id: 'map-names',
  method: 'post',
  path: '/api/v1/sources/:source/names',
  summary: 'Says in the mapping of a source what names stand for; nothing else of its file changes',
  input: z.strictObject({
    source: z.string(),
    names: z.array(Meaning).min(1).max(1000),
    dryRun: z.boolean().default(false),
  }),
  answer: z.object({
    dryRun: z.boolean(),
    file: z.string(),
    lines: z.array(z.object({ mark: z.enum(['+', '-']), line: z.string() })),
    /** For each name: the rows that carry it now, in all sources that read by this mapping. */
    names: z.array(z.object({ kind: NameKind, raw: z.string(), to: z.string().nullable(), rows: z.int() })),
    /** Sources that read by the same mapping, this one included. */
    sources: z.array(z.string()),
    /** The order that takes it back. */
    undo: z.array(Meaning),
  }),
});
