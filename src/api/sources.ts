import { z } from 'zod';
import { UnreadValue } from '#model/unread-value.ts';
import { endpoint } from './define.ts';
import { RejectedRow } from './evidence.ts';

const Instant = z.iso.datetime();

/**
 * A file of a source against what is held of it.
 *
 * - `held`: its rows are held as they stand in it.
 * - `new`: it was never taken in. `changed`: it says something else than what is held, or is read otherwise by now.
 * - `undone`: its import was taken back, and it stays out until somebody imports it on purpose.
 */
const SourceFile = z.object({
  file: z.string(),
  bytes: z.int(),
  modified: Instant,
  state: z.enum(['held', 'new', 'changed', 'undone']),
});

/** What became of the rows of all files of a source: total = accepted + rejected, accepted = counted + known + superseded. */
const Reconciled = z.object({
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  /** Lines with nothing in them, which are no rows. */
  blank: z.int(),
  /** Rows that figures are made of. */
  counted: z.int(),
  /** Rows that another row says word by word. */
  known: z.int(),
  /** Rows in whose place a later one of the same key stands. */
  superseded: z.int(),
});

/** One kind of name that the rows of a source carry, by whether it has a key. */
const NamesOfKind = z.object({
  kind: z.string(),
  /** Rows that carry a name of the kind, and those of them whose name has a key. */
  rows: z.int(),
  mapped: z.int(),
  unmapped: z.int(),
});

export const SourceCard = z.object({
  source: z.string(),
  name: z.string(),
  path: z.string(),
  importer: z.string(),
  mapping: z.string(),
  files: z.array(SourceFile),
  /** Why its files cannot be looked at; null where they can. */
  problem: z.string().nullable(),
  /** When rows came last; null where none ever did, or all were taken out again. */
  lastImport: Instant.nullable(),
  /** Its first and last row. */
  from: Instant.nullable(),
  until: Instant.nullable(),
  /** How often rows are to come, by the settings; null where they do not say. */
  rhythm: z.string().nullable(),
  /** Whether the last row is older than that; null where nothing is said. */
  late: z.boolean().nullable(),
  rows: Reconciled,
  names: z.array(NamesOfKind),
  /** What its decisions are judged by and cannot be read. */
  unread: z.array(UnreadValue),
});
export type SourceCard = z.infer<typeof SourceCard>;

export const listSources = endpoint({
  id: 'list-sources',
  method: 'get',
  path: '/api/v1/sources',
  summary: 'Every source with its files, how fresh it is and what became of its rows; files that are due are told',
  input: z.strictObject({}),
  answer: z.object({ timeZone: z.string(), now: Instant, sources: z.array(SourceCard) }),
});

/** Rows that were rejected for one reason, with the first of them. */
const Reason = z.object({
  column: z.string().nullable(),
  code: z.string(),
  expected: z.string(),
  rows: z.int(),
  file: z.string(),
  line: z.int(),
});
export type Reason = z.infer<typeof Reason>;

export const Rejected = RejectedRow.extend({ run: z.int(), file: z.string() });
export type Rejected = z.infer<typeof Rejected>;

export const listRejects = endpoint({
  id: 'list-rejects',
  pages: ({ rejects, total }) => ({ rows: rejects.length, total }),
  stands: true,
  method: 'get',
  path: '/api/v1/sources/:source/rejects',
  summary: 'The rows of a source that were rejected, and why: all of them, of one import or for one reason',
  input: z.strictObject({
    source: z.string(),
    run: z.int().optional(),
    code: z.string().optional(),
    /** The column in which it was found; an empty one is the row as a whole. */
    column: z.string().optional(),
    limit: z.int().min(1).max(100_000).default(50),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    total: z.int(),
    reasons: z.array(Reason),
    rejects: z.array(Rejected),
  }),
});
