import { basename, resolve } from 'node:path';
import { applyModel, initWorkspace, showSchema } from '#api/model.ts';
import { Mapping } from '#mapping/mapping.ts';
import { initWorkspace as writeWorkspace } from '#workspace/init.ts';
import { publishedSchemas, schemaFiles } from '#workspace/schema.ts';
import { applyFiles } from './applying.ts';
import { serve } from './define.ts';

export const answerInitWorkspace = serve(initWorkspace, async ({ name, currency, timeZone }, room) => {
  const beginnings = {
    name: name ?? basename(resolve(room.folder)),
    currency: currency ?? 'EUR',
    timeZone: timeZone ?? new Intl.DateTimeFormat('en').resolvedOptions().timeZone,
  };
  return { folder: room.folder, files: writeWorkspace(room.folder, beginnings, publishedSchemas(Mapping)) };
});

const files = { workspace: schemaFiles.configuration, model: schemaFiles.model, mapping: schemaFiles.mapping } as const;

export const answerShowSchema = serve(showSchema, async ({ name }) => {
  const schema: unknown = JSON.parse(publishedSchemas(Mapping)[files[name]] ?? 'null');
  return { schema: schema as Record<string, unknown> };
});

export const answerApplyModel = serve(applyModel, async ({ dryRun, reason }, room) => {
  const { changes, unchanged, actor, changeSet } = await applyFiles(room, { dryRun, reason });
  const copied = changes.map((change) => ({ ...change, fields: [...change.fields] }));
  return { dryRun, changes: copied, unchanged, actor, changeSet };
});
