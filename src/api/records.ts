import { z } from 'zod';
import { endpoint } from './define.ts';
import { Moment } from './figures.ts';
import { notices, RecordChange } from './model.ts';

/** Which record is meant; the design may be left out where only one has such a record. */
const named = { kind: z.string(), key: z.string(), design: z.string().optional() };

const edit = {
  ...named,
  reason: z.string().min(1, 'a reason for the history'),
  dryRun: z.boolean().default(false),
  /** The version that the edit was made on top of, 0 for none: it is refused where another stands. */
  expected: z.int().min(0).optional(),
};

/** What an edit of one record did. */
export const edited = z.object({
  dryRun: z.boolean(),
  /** Nothing where the record says so already. */
  change: RecordChange.nullable(),
  /** The version that stands now; nothing where no such record stood. */
  version: z.int().nullable(),
  actor: z.string(),
  changeSet: z.int().nullable(),
  notices,
});

export const setRecord = endpoint({
  id: 'set-record',
  version: ({ version }) => version,
  method: 'post',
  path: '/api/v1/records/:kind/:key',
  summary: 'Changes fields of a record in the store, or adds one, with who, when and why; a dry run only shows it',
  input: z.strictObject({
    ...edit,
    /** What is null is taken away. A text is read as YAML where the field takes no text. */
    fields: z.record(z.string(), z.unknown()),
    /** The record is to be added: without it a slip in a key would be a new record. */
    isNew: z.boolean().default(false),
  }),
  answer: edited,
});

export const closeRecord = endpoint({
  id: 'close-record',
  version: ({ version }) => version,
  method: 'post',
  path: '/api/v1/records/:kind/:key/close',
  summary: 'Closes a record in the store, with who, when and why; its past stays',
  input: z.strictObject(edit),
  answer: edited,
});

/** A design among others, and whether it is the one by which evidence of the instant is judged. */
const DesignCard = z.object({
  key: z.string(),
  name: z.string(),
  status: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  inForce: z.boolean(),
});

export const ListedRecord = z.object({
  kind: z.string(),
  design: z.string(),
  key: z.string(),
  name: z.string(),
  version: z.int(),
  body: z.record(z.string(), z.unknown()),
});
export type ListedRecord = z.infer<typeof ListedRecord>;

export const listRecords = endpoint({
  id: 'list-records',
  pages: ({ records, total }) => ({ rows: records.length, total }),
  method: 'get',
  path: '/api/v1/records',
  summary:
    'The records of a design and of the workspace, as they stand or stood at an instant, with counts of every kind',
  input: z.strictObject({
    /** Only these kinds; all when left out. Answers to surveys are counted and never listed. */
    kinds: z.array(z.string()).optional(),
    /** The design in force when left out. */
    design: z.string().optional(),
    asOf: Moment.optional(),
    limit: z.int().min(1).max(10_000).default(1000),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    /** Whose records are listed beside those of the workspace; null where there is no design. */
    design: z.string().nullable(),
    designs: z.array(DesignCard),
    counts: z.record(z.string(), z.int()),
    records: z.array(ListedRecord),
    total: z.int(),
    notices,
  }),
});

export const showRecord = endpoint({
  id: 'show-record',
  version: ({ version }) => version,
  method: 'get',
  path: '/api/v1/records/:kind/:key',
  summary: 'A record as it stands, or as it stood at an instant, and where a file states it',
  input: z.strictObject({ ...named, asOf: Moment.optional() }),
  answer: z.object({
    kind: z.string(),
    design: z.string(),
    key: z.string(),
    version: z.int().nullable(),
    body: z.record(z.string(), z.unknown()),
    file: z.string().nullable(),
    line: z.int().nullable(),
    notices,
  }),
});

export const recordHistory = endpoint({
  id: 'record-history',
  version: ({ changes: [newest] }) => newest?.version ?? null,
  method: 'get',
  path: '/api/v1/records/:kind/:key/history',
  summary: 'Every change of a record, newest first: who, when, why, through which door, from what to what',
  input: z.strictObject(named),
  answer: z.object({
    changes: z.array(
      z.object({
        changeSet: z.int(),
        version: z.int(),
        design: z.string(),
        what: z.enum(['opened', 'changed', 'closed']),
        actor: z.string(),
        actorVerified: z.boolean(),
        at: z.string(),
        reason: z.string(),
        via: z.string(),
        fields: RecordChange.shape.fields,
      }),
    ),
    notices,
  }),
});
