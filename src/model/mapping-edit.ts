import { z } from 'zod';
import { StageKind } from './kinds.ts';

/**
 * What a column of a log can stand for by itself. `people` holds persons beside those who have the work or act; `knowTheFuture`
 * holds the end of the case on every row of it. The others are the fields of `columns` in a mapping.
 */
export const ColumnMeaning = z.enum([
  'item',
  'at',
  'state',
  'team',
  'person',
  'actor',
  'activity',
  'type',
  'capability',
  'initiative',
  'priority',
  'channel',
  'parent',
  'title',
  'created',
  'ended',
  'started',
  'promised',
  'order',
  'lifecycle',
  'instance',
  'people',
  'knowTheFuture',
]);
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

/** One change of a mapping, as a form makes it. What no edit speaks of stays as it is written. */
export const MappingEdit = z.discriminatedUnion('what', [
  /** All that a column stands for from here on; nothing where the list is empty. */
  z.strictObject({ what: z.literal('column'), column: z.string().min(1), means: z.array(ColumnMeaning) }),
  z.strictObject({ what: z.literal('formats'), formats: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ what: z.literal('zone'), zone: z.string().min(1) }),
  z.strictObject({ what: z.literal('whole-days'), column: z.string().min(1), whole: z.boolean() }),
  /** A word that stands where there is no value. */
  z.strictObject({ what: z.literal('missing'), value: z.string().min(1) }),
  z.strictObject({ what: z.literal('encoding'), encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-1']) }),
  /** Of which kind a state is; null where it is not known. */
  z.strictObject({ what: z.literal('state'), state: z.string().min(1), kind: StageKind.nullable() }),
  z.strictObject({ what: z.literal('decimal'), decimal: z.enum(['.', ',']) }),
]);
export type MappingEdit = z.infer<typeof MappingEdit>;

/** Something that only a person can settle about a file. */
export const MappingQuestion = z.object({
  /** What it is about; no two questions of one file are about the same. */
  about: z.string(),
  text: z.string(),
  /** The answers, where there are few; where there is none, the mapping itself is the place to answer. */
  choices: z.array(z.object({ says: z.string(), edits: z.array(MappingEdit) })),
});
export type MappingQuestion = z.infer<typeof MappingQuestion>;

/** How sure it is what a column means: by a name that tools give it, by a likely name or its values, or not at all. */
export const Sureness = z.enum(['named', 'likely', 'open']);
export type Sureness = z.infer<typeof Sureness>;

/** What was seen of one column in a sample of a file. */
export const SeenColumn = z.object({
  column: z.string(),
  /** The share of rows that have a value. */
  filled: z.number().min(0).max(1),
  /** How many different values the sample has. */
  distinct: z.int(),
  /** It may hold people, so that no value of it is shown. */
  people: z.boolean(),
  /** The most frequent values with the rows of the sample that hold them; a few only where there are many. */
  values: z.array(z.object({ value: z.string(), rows: z.int() })),
  sure: Sureness,
});
export type SeenColumn = z.infer<typeof SeenColumn>;
