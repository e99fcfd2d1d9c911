import { z } from 'zod';
import { endpoint } from './define.ts';

export const initWorkspace = endpoint({
  id: 'init-workspace',
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

export const SchemaName = z.enum(['workspace', 'model', 'mapping']);

export const showSchema = endpoint({
  id: 'show-schema',
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

export const applyModel = endpoint({
  id: 'apply-model',
  method: 'post',
  path: '/api/v1/model',
  summary: 'Makes the stored model say what the files say, with who, when and why; a dry run only shows the changes',
  input: z.strictObject({ dryRun: z.boolean().default(false), reason: z.string().default('applied from the files') }),
  answer: z.object({
    dryRun: z.boolean(),
    changes: z.array(RecordChange),
    unchanged: z.int(),
    actor: z.string(),
    changeSet: z.int().nullable(),
  }),
});
