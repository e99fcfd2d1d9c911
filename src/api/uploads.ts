import { z } from 'zod';
import { Diagnosis } from '#model/diagnosis.ts';
import { StageKind } from '#model/kinds.ts';
import { ColumnMeaning, MappingEdit, MappingQuestion, SeenColumn } from '#model/mapping-edit.ts';
import { endpoint } from './define.ts';
import { ImportOutcome } from './evidence.ts';

/** A file that a page handed to the server: looked at there, in no source of the workspace yet. */
export const Upload = z.object({ upload: z.string(), name: z.string(), bytes: z.int() });
export type Upload = z.infer<typeof Upload>;

/** Where a file is handed over, byte for byte as the body of the request; it is no endpoint, because it is no JSON. */
export const uploadPath = '/api/v1/uploads';

const one = { upload: z.string().regex(/^[0-9a-f]{32}$/u, 'what was answered when the file was handed over') };

/** What a sample of a file tells of it. */
const Seen = z.object({
  importer: z.string(),
  format: z.string(),
  /** How many rows were looked at. */
  rows: z.int(),
  /** How the file is written; null where its format leaves nothing open. */
  written: z.object({ encoding: z.string(), delimiter: z.string(), headerRow: z.int() }).nullable(),
  columns: z.array(SeenColumn),
  questions: z.array(MappingQuestion),
  /** Why it may be no log at all, so that nothing was drafted. */
  doubt: z.string().nullable(),
});
export type Seen = z.infer<typeof Seen>;

/** Something in a mapping that has to be mended, with its place in the text. */
const MappingProblem = z.object({ line: z.int(), path: z.string(), text: z.string() });

/** A mapping on its way, as its text says it and as a form shows it. */
export const Draft = z.object({
  /** Tells one state of the draft from every other. */
  version: z.string(),
  mapping: z.string(),
  problems: z.array(MappingProblem),
  columns: z.array(z.object({ column: z.string(), means: z.array(ColumnMeaning), alsoNamed: z.boolean() })),
  formats: z.array(z.string()),
  zone: z.string().nullable(),
  missing: z.array(z.string()),
  wholeDays: z.array(z.string()),
  decimal: z.string().nullable(),
  encoding: z.string().nullable(),
  /** The states that the file names, or the mapping; `kind` is null where it is not said. */
  states: z.array(
    z.object({ state: z.string(), to: z.string().nullable(), kind: StageKind.nullable(), byPattern: z.boolean() }),
  ),
  /** The source that the file is to make, unless it is a further file of one that is there. */
  source: z.object({ key: z.string(), name: z.string() }),
  furtherOf: z.string().nullable(),
  /** The questions that were answered, by what they are about. */
  answered: z.array(z.string()),
});
export type Draft = z.infer<typeof Draft>;

/** What became of a file that was taken in, and what was written for it. */
export const TakenIn = z.object({
  takenAt: z.iso.datetime(),
  source: z.string(),
  isNewSource: z.boolean(),
  run: z.int(),
  file: z.string(),
  /** The file of the mapping, where one was written. */
  mapping: z.string().nullable(),
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  fates: ImportOutcome.shape.fates,
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
});
export type TakenIn = z.infer<typeof TakenIn>;

const ShownUpload = Upload.extend({
  /** Null where the file cannot be read as a log; `refusal` says why. */
  seen: Seen.nullable(),
  refusal: z.object({ code: z.string(), text: z.string() }).nullable(),
  draft: Draft.nullable(),
  /** Sources whose mapping names only columns that this file has, too; the likeliest first. */
  fits: z.array(z.object({ source: z.string(), name: z.string() })),
  taken: TakenIn.nullable(),
});
export type ShownUpload = z.infer<typeof ShownUpload>;

export const listUploads = endpoint({
  id: 'list-uploads',
  method: 'get',
  path: uploadPath,
  summary:
    'The files that were handed over, newest first: those not taken in yet, and those that can be taken out again',
  input: z.strictObject({}),
  answer: z.object({
    largestMegabytes: z.int(),
    uploads: z.array(Upload.extend({ handedOverAt: z.iso.datetime() })),
    taken: z.array(
      z.object({
        upload: z.string(),
        name: z.string(),
        source: z.string(),
        takenAt: z.iso.datetime(),
        accepted: z.int(),
      }),
    ),
  }),
});

export const showUpload = endpoint({
  id: 'show-upload',
  method: 'get',
  path: `${uploadPath}/:upload`,
  summary: 'A file that was handed over: what it looks like, its drafted mapping, and what only a person can answer',
  input: z.strictObject(one),
  answer: ShownUpload,
});

export const draftUpload = endpoint({
  id: 'draft-upload',
  method: 'post',
  path: `${uploadPath}/:upload/draft`,
  summary: 'Changes the drafted mapping of a file that was handed over, by its text or by what a form says',
  input: z.strictObject({
    ...one,
    /** The mapping as the text of a file under maps/, right or not yet. */
    mapping: z.string().optional(),
    /** What is to be changed in the mapping; comments and all else stay. */
    edits: z.array(MappingEdit).default([]),
    source: z.object({ key: z.string().optional(), name: z.string().optional() }).default({}),
    /** The source that it is a further file of; null for one of its own. */
    furtherOf: z.string().nullable().optional(),
    /** A question that is answered by this. */
    answers: z.string().optional(),
    /** Begins again with what the file itself tells. */
    anew: z.boolean().default(false),
  }),
  answer: ShownUpload,
});

/** Rows that were rejected for one reason, and what would take them in all the same. */
export const ProblemGroup = z.object({
  code: z.string(),
  column: z.string().nullable(),
  expected: z.string(),
  rows: z.int(),
  examples: z.array(z.object({ row: z.int(), line: z.int(), found: z.string() })),
  fixes: z.array(z.object({ says: z.string(), edits: z.array(MappingEdit) })),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

export const previewUpload = endpoint({
  id: 'preview-upload',
  job: 'begun-again',
  method: 'post',
  path: `${uploadPath}/:upload/preview`,
  summary: 'What would become of every row of a file that was handed over, read as drafted; nothing is taken in',
  input: z.strictObject({
    ...one,
    /** How many rejected rows are told one by one. */
    rejects: z.int().min(0).default(100),
  }),
  answer: z.object({ timeZone: z.string(), outcome: ImportOutcome, problems: z.array(ProblemGroup) }),
});

export const tryUpload = endpoint({
  id: 'try-upload',
  job: 'begun-again',
  method: 'post',
  path: `${uploadPath}/:upload/effect`,
  summary: 'What would be said of IT with a file that was handed over, beside what is said now; nothing is taken in',
  input: z.strictObject(one),
  answer: z.object({
    outcome: ImportOutcome,
    /** Null where there is no evidence yet. */
    before: Diagnosis.nullable(),
    after: Diagnosis.nullable(),
  }),
});

export const takeInUpload = endpoint({
  id: 'take-in-upload',
  job: 'begun-again',
  method: 'post',
  path: `${uploadPath}/:upload/take-in`,
  summary: 'Takes a file that was handed over in as drafted: its rows, file, mapping and source, all of it or nothing',
  input: z.strictObject(one),
  answer: z.object({ taken: TakenIn }),
});

export const takeOutUpload = endpoint({
  id: 'take-out-upload',
  job: 'begun-again',
  method: 'post',
  path: `${uploadPath}/:upload/take-out`,
  summary:
    'Takes out again what a file brought: its rows, and the file, mapping and source as long as they stand as written',
  input: z.strictObject(one),
  answer: z.object({
    taken: TakenIn,
    /** What was changed by somebody since, and therefore stays; a sentence each. */
    stays: z.array(z.string()),
  }),
});

export const forgetUpload = endpoint({
  id: 'forget-upload',
  method: 'post',
  path: `${uploadPath}/:upload/forget`,
  summary: 'Deletes a file that was handed over; one that nobody asked to delete goes after a day',
  input: z.strictObject(one),
  answer: z.object({ upload: z.string() }),
});
