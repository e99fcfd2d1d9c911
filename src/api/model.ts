import { z } from 'zod';
import { endpoint } from './define.ts';

export const initWorkspace = endpoint({
  id: 'init-workspace',
  inProcess: true,
  method: 'post',
  path: '/api/v1/workspaces',
  summary: 'Writes a workspace to begin with: settings, an empty model and a folder for mappings',
  input: z.strictObject({
    name: z.string().optional(),
    currency: z.string().optional(),
    timeZone: z.string().optional(),
  }),
  answer: z.object({ folder: z.string(), files: z.array(z.string()) }),
});

export const SchemaName = z.enum(['workspace', 'model', 'mapping', 'table', 'ledger', 'focus']);

export const showSchema = endpoint({
  id: 'show-schema',
  stands: true,
  method: 'get',
  path: '/api/v1/schemas/:name',
  summary: 'The JSON Schema of one kind of workspace file, for editors and checks',
  input: z.strictObject({ name: SchemaName }),
  answer: z.object({ schema: z.record(z.string(), z.unknown()) }),
});

export const RecordChange = z.object({
  kind: z.string(),
  design: z.string(),
  key: z.string(),
  what: z.enum(['added', 'changed', 'removed']),
  fields: z.array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
});
export type RecordChange = z.infer<typeof RecordChange>;

/** A record that was changed in the store and in a file since the files were last applied; `field` is null for all of it. */
export const Conflict = z.object({
  kind: z.string(),
  design: z.string(),
  key: z.string(),
  /** Whose word was taken; null where the record stays as it stands. */
  taken: z.enum(['files', 'store']).nullable(),
  fields: z.array(
    z.object({
      field: z.string().nullable(),
      inStore: z.unknown().optional(),
      inFiles: z.unknown().optional(),
      editedBy: z.string().nullable(),
      editedAt: z.string().nullable(),
      file: z.string().nullable(),
      line: z.int().nullable(),
      text: z.string(),
    }),
  ),
});
export type Conflict = z.infer<typeof Conflict>;

/** Where files and store do not say the same, and which of them an answer follows: a sentence each. */
export const notices = z.array(z.string());

export const applyModel = endpoint({
  id: 'apply-model',
  job: 'begun-again',
  method: 'post',
  path: '/api/v1/model',
  summary: 'Makes the stored model say what the files say, with who, when and why; a dry run only shows the changes',
  input: z.strictObject({
    dryRun: z.boolean().default(false),
    reason: z.string().default('applied from the files'),
    take: z.enum(['files', 'store']).optional(),
  }),
  answer: z.object({
    dryRun: z.boolean(),
    changes: z.array(RecordChange),
    unchanged: z.int(),
    /** Edits of the store that the files do not say, from what they say to what stands. */
    kept: z.array(RecordChange),
    conflicts: z.array(Conflict),
    actor: z.string(),
    changeSet: z.int().nullable(),
  }),
});

export const exportModel = endpoint({
  id: 'export-model',
  method: 'post',
  path: '/api/v1/model/export',
  summary: 'Writes what stands in the store back into the model files; a dry run shows the lines that would differ',
  input: z.strictObject({
    /** Only the records of this design. */
    design: z.string().optional(),
    dryRun: z.boolean().default(false),
    /** The design, or the records of the workspace, as the text of one file; nothing is written then. */
    asText: z.boolean().default(false),
  }),
  answer: z.object({
    dryRun: z.boolean(),
    files: z.array(
      z.object({
        file: z.string(),
        what: z.enum(['added', 'changed']),
        lines: z.array(z.object({ mark: z.enum(['+', '-']), line: z.string() })),
      }),
    ),
    /** Records that stay as their files have them, because both doors changed them. */
    conflicts: z.array(Conflict),
    text: z.string().nullable(),
  }),
});
