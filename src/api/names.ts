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
export const Meaning = z.strictObject({
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
    /** By which number it is undone; null where it was only shown. */
    edit: z.int().nullable(),
  }),
});

/** What was said of names at one time. */
export const NameEdit = z.object({
  edit: z.int(),
  at: z.string(),
  actor: z.string(),
  via: z.string(),
  source: z.string(),
  /** The mapping that it was written into. */
  file: z.string(),
  /** `was` is what a name stood for before; null where no rule named it. */
  names: z.array(Meaning.extend({ was: z.string().nullable() })),
  undoneAt: z.string().nullable(),
  /** Whether it can be undone: it was not, and every name still stands for what was said. */
  stands: z.boolean(),
});
export type NameEdit = z.infer<typeof NameEdit>;

export const listNameEdits = endpoint({
  id: 'list-name-edits',
  method: 'get',
  path: '/api/v1/names/edits',
  summary: 'What was said of names, the newest first, and what of it can be undone',
  input: z.strictObject({}),
  answer: z.object({ edits: z.array(NameEdit) }),
});

export const undoNameEdit = endpoint({
  id: 'undo-name-edit',
  method: 'post',
  path: '/api/v1/names/edits/:edit/undo',
  summary:
    'Has names stand for what they stood for before they were edited, where nobody said anything else of them since',
  input: z.strictObject({ edit: z.int().min(1), dryRun: z.boolean().default(false) }),
  answer: mapNames.answer.omit({ edit: true }),
});
