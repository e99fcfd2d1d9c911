import { z } from 'zod';
import { UnreadValue } from '#model/unread-value.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';

const Instant = z.iso.datetime();

export const RejectedRow = z.object({
  row: z.int(),
  line: z.int(),
  column: z.string().optional(),
  found: z.string(),
  expected: z.string(),
  code: z.string(),
});

/** What became of the rows of one file. accepted + rejected = total, always; new + known + superseded = accepted. */
export const ImportOutcome = z.object({
  source: z.string(),
  file: z.string(),
  run: z.int().nullable(),
  what: z.enum(['imported', 'unchanged', 'replaced', 'refused', 'would-import', 'would-replace', 'would-refuse']),
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  blank: z.int(),
  fates: z.object({ new: z.int(), known: z.int(), superseded: z.int() }),
  /** Against the run that this one replaces, or would replace were it not refused. */
  difference: z.object({ kept: z.int(), added: z.int(), removed: z.int() }).nullable(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  warnings: z.array(z.object({ code: z.string(), count: z.int(), example: z.string() })),
  rejects: z.array(RejectedRow),
  /** Every row's fate, when asked for. */
  rows: z.array(z.object({ row: z.int(), fate: z.enum(['new', 'known', 'superseded', 'rejected']) })).optional(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** More than half of the earlier version's rows went: the file may have been cut off. */
export const losesMost = ({ kept, removed }: NonNullable<ImportOutcome['difference']>): boolean => removed > kept;

export const importEvidence = endpoint({
  id: 'import-evidence',
  job: 'begun-again',
  method: 'post',
  path: '/api/v1/imports',
  summary: 'Takes in the files of the sources, all or one; a dry run shows what would become of every row',
  input: z.strictObject({
    source: z.string().optional(),
    /** Of these the one file, as the list of imports names it. */
    file: z.string().optional(),
    dryRun: z.boolean().default(false),
    rows: z.boolean().default(false),
  }),
  answer: z.object({ timeZone: z.string(), imports: z.array(ImportOutcome) }),
});

export const suggestMapping = endpoint({
  id: 'suggest-mapping',
  inProcess: true,
  method: 'post',
  path: '/api/v1/mappings/suggestions',
  summary: 'Drafts the mapping of a file from the file itself, with the questions that only a person can answer',
  input: z.strictObject({ file: z.string() }),
  answer: z.object({ yaml: z.string(), questions: z.array(z.string()) }),
});

export const ImportRun = z.object({
  run: z.int(),
  source: z.string(),
  file: z.string(),
  state: z.enum(['committed', 'undone', 'replaced']),
  importedAt: z.string(),
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  /** The import whose rows it took the place of. They are no longer held, and do not come back when it is undone. */
  replaces: z.int().nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const listImports = endpoint({
  id: 'list-imports',
  pages: ({ imports, total }) => ({ rows: imports.length, total }),
  stands: true,
  method: 'get',
  path: '/api/v1/imports',
  summary: 'Every import there was, newest first',
  input: z.strictObject({
    /** How many are listed; all when left out. */
    limit: z.int().min(1).optional(),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({ total: z.int(), imports: z.array(ImportRun) }),
});

export const undoImport = endpoint({
  id: 'undo-import',
  job: 'left',
  method: 'post',
  path: '/api/v1/imports/:run/undo',
  summary: 'Takes the rows of one import out again; what other imports brought stays',
  input: z.strictObject({ run: z.int() }),
  answer: ImportRun,
});

const Handoffs = z.object({
  handoffs: z.object({
    total: z.int(),
    mean: z.number(),
    median: z.number(),
    max: z.int(),
    itemsWithNone: z.int(),
  }),
  pingPong: z.object({ items: z.int(), share: z.number() }),
  anyReturn: z.object({ items: z.int(), share: z.number() }),
});

/** One source in numbers, before anybody has said how the organisation should work. Null: the log has no such column. */
export const SourceProfile = z.object({
  source: z.string(),
  items: z.int(),
  events: z.int(),
  rejected: z.int(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  states: z.int().nullable(),
  teams: z.int().nullable(),
  people: z.int().nullable(),
  durationDays: z
    .object({ n: z.int(), p50: z.number(), mean: z.number(), p85: z.number(), p90: z.number(), p95: z.number() })
    .nullable(),
  byTeam: Handoffs.nullable(),
  byPerson: Handoffs.nullable(),
  rework: z.object({ items: z.int(), share: z.number() }).nullable(),
  elapsedShareByState: z.record(z.string(), z.number()).nullable(),
  unmapped: z.record(z.string(), z.array(z.object({ raw: z.string(), events: z.int() }))),
  /** What decisions are judged by and cannot be read, with the first words of each kind. */
  unread: z.array(UnreadValue.unwrap().extend({ found: z.string() })),
});
export type SourceProfile = z.infer<typeof SourceProfile>;

export const profileSources = endpoint({
  id: 'profile-sources',
  stands: true,
  job: 'begun-again',
  method: 'get',
  path: '/api/v1/profile',
  summary: 'What the evidence of each source looks like',
  input: z.strictObject({ source: z.string().optional(), asOf }),
  answer: z.object({ timeZone: z.string(), asOf: z.iso.datetime(), sources: z.array(SourceProfile) }),
});
