import { z } from 'zod';
import { changed } from './changes.ts';
import { endpoint } from './define.ts';
import { Moment } from './figures.ts';
import { notices } from './model.ts';

/** The most that a file may have that comes in the body of a request; larger ones are handed over first. */
const largestContent = 40_000_000;

/** As many files as one import takes. */
export const mostFiles = 2_000;

const handedOver = {
  name: z.string().min(1, 'the name of the file, with its ending'),
  /** Its bytes in base64. */
  content: z
    .base64()
    .max(Math.ceil(largestContent / 3) * 4, 'a file of at most 40 megabytes')
    .optional(),
  /** What was answered when it was handed over, where it was. */
  upload: z.string().optional(),
};

const isThere = ({ content, upload }: { readonly content?: unknown; readonly upload?: unknown }): boolean =>
  (content === undefined) !== (upload === undefined);
const notThere = { error: 'either its content or what was answered when it was handed over' };

const RecordFile = z
  .strictObject({
    ...handedOver,
    /** The format it is of; told from its name and its first bytes when left out. */
    format: z.string().optional(),
    /** How its columns are to be read, where its format cannot know: as the format documents it, or as YAML that says so. */
    mapping: z.unknown().optional(),
  })
  .refine(isThere, notThere);

/** Where in a file something stands: what a person looks up to mend it. */
const Place = z.object({ sheet: z.string().nullable(), row: z.int().nullable(), field: z.string().nullable() });

const Rejected = Place.extend({ found: z.string(), expected: z.string(), closest: z.string().nullable() });
export type Rejected = z.infer<typeof Rejected>;

/** What became of the rows of one file. */
const FileOutcome = z.object({
  name: z.string(),
  format: z.string(),
  title: z.string(),
  rows: z.object({ total: z.int(), accepted: z.int(), rejected: z.int() }),
  rejected: z.array(Rejected),
  /** How many things are told of rejected rows; `rejected` holds the first of them. */
  complaints: z.int(),
  /** What rows were rejected for, the most frequent first. */
  reasons: z.array(z.object({ field: z.string().nullable(), expected: z.string(), times: z.int(), example: Rejected })),
  /**
   * Sums of the file held against what was taken of it: taken and rest are all of its rows, and what was taken with the
   * amounts of the rest is all that it states. An amount is null where none is stated, or none can be read.
   */
  ties: z.array(
    z.object({
      what: z.string(),
      unit: z.string(),
      file: z.string(),
      taken: z.string(),
      rows: z.int(),
      rest: z.array(z.object({ why: z.string(), rows: z.int(), amount: z.string().nullable() })),
    }),
  ),
  remarks: z.array(z.object({ what: z.string(), count: z.int(), example: z.string() })),
});
export type FileOutcome = z.infer<typeof FileOutcome>;

export const importRecords = endpoint({
  id: 'import-records',
  method: 'post',
  path: '/api/v1/records/import',
  largestBody: 60_000_000,
  summary:
    'Takes files of records in as one change set: workbooks, tables, catalogues; a dry run shows what would change',
  input: z.strictObject({
    reason: z.string().min(1, 'a reason for the history'),
    dryRun: z.boolean().default(false),
    files: z.array(RecordFile).min(1, 'at least one file').max(mostFiles),
    /** To which design records of a design belong, where the files name none and there are several. */
    design: z.string().optional(),
    /** Kinds of which the files state all there is: records of them that they do not name are closed. */
    whole: z.array(z.string()).default([]),
    /** How many things that are wrong with rows are told one by one. */
    rejects: z.int().min(0).default(100),
  }),
  answer: changed.extend({
    files: z.array(FileOutcome),
    /** Records that the files name and that say so already. */
    untouched: z.int(),
    /**
     * Records that the files do not name though they were said to state all of their kind, and that stay all the same: rows
     * were rejected of which nobody could read whose they are.
     */
    unclosed: z.array(z.object({ kind: z.string(), design: z.string(), key: z.string() })),
  }),
});

export const suggestRecordMapping = endpoint({
  id: 'suggest-record-mapping',
  method: 'post',
  path: '/api/v1/records/mappings',
  largestBody: 60_000_000,
  summary:
    'Drafts how an unknown table is read as records: what each column is taken for, how sure that is, and what only a person can say',
  input: z
    .strictObject({
      ...handedOver,
      /** Drafts a mapping although the file is of a format that needs none. */
      always: z.boolean().default(false),
    })
    .refine(isThere, notThere),
  answer: z.object({
    /** The format that reads the file without a mapping, if one does: then there is no draft. */
    known: z.object({ format: z.string(), title: z.string() }).nullable(),
    draft: z
      .object({
        format: z.enum(['table', 'ledger']),
        /** What each row is taken for: a kind of record, or a posting. */
        rowIs: z.string(),
        sheet: z.string().nullable(),
        /** The row of the heads, or the column of them where the table lies on its side. */
        headerRow: z.int(),
        transposed: z.boolean(),
        /** The mapping as YAML, with remarks. */
        yaml: z.string(),
        columns: z.array(
          z.object({
            head: z.string(),
            /** The kind and field it is taken for; null where nothing reads it. */
            as: z.string().nullable(),
            sureness: z.enum(['sure', 'likely', 'unsure', 'none']),
            /** Some of its values; none of columns that name people. */
            samples: z.array(z.string()),
            filled: z.int(),
          }),
        ),
        questions: z.array(z.string()),
        /** What the draft makes of the rows of the file as it is. */
        rows: FileOutcome.shape.rows,
        rejected: z.array(Rejected),
      })
      .nullable(),
  }),
});
export type SuggestedMapping = z.infer<typeof suggestRecordMapping.answer>;

export const exportWorkbook = endpoint({
  id: 'export-workbook',
  method: 'get',
  path: '/api/v1/model/workbook',
  summary: 'The records of a design and of the workspace as one Excel workbook, as they stand or stood at an instant',
  input: z.strictObject({
    /** Only these kinds; all when left out. Answers to surveys never leave the workspace. */
    kinds: z.array(z.string()).optional(),
    /** The design in force when left out. */
    design: z.string().optional(),
    asOf: Moment.optional(),
  }),
  answer: z.object({
    name: z.string(),
    /** The workbook in base64. */
    content: z.string(),
    bytes: z.int(),
    sheets: z.array(z.object({ sheet: z.string(), rows: z.int() })),
    notices,
  }),
});

export const exportArchimate = endpoint({
  id: 'export-archimate',
  method: 'post',
  path: '/api/v1/model/archimate',
  largestBody: 60_000_000,
  summary: 'Records as an ArchiMate model, a new one or the given one, of which all else comes back as it was',
  input: z.strictObject({
    /** The file that they came from, or another model of the same organisation; a new one when left out. */
    onto: RecordFile.optional(),
    /** Only records that it has already: nothing is added to it. */
    known: z.boolean().default(false),
    /** The design whose teams are meant, where the file has teams; the one in force when left out. */
    design: z.string().optional(),
    asOf: Moment.optional(),
  }),
  answer: z.object({
    name: z.string(),
    /** The file in base64. */
    content: z.string(),
    bytes: z.int(),
    /** `withoutRecord` are elements and relationships that could be records and are none here; they stay in the file. */
    elements: z.object({ added: z.int(), changed: z.int(), withoutRecord: z.int() }),
    relations: z.object({ added: z.int(), changed: z.int(), removed: z.int(), withoutRecord: z.int() }),
    /** Lines in views that drew a relationship which is removed, and are gone with it. */
    undrawn: z.int(),
    /** Links from or to money and benefits, of which the file says nothing. */
    unsaid: z.int(),
    notices,
  }),
});
export type WrittenModel = z.infer<typeof exportArchimate.answer>;
