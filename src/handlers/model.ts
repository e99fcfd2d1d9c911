import { basename, resolve } from 'node:path';
import { applyModel, initWorkspace, showSchema } from '#api/model.ts';
import { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';
import { FocusMapping } from '#record-files/focus/mapping.ts';
import { LedgerMapping } from '#record-files/ledger/mapping.ts';
import { TableMapping } from '#record-files/table/mapping.ts';
import { initWorkspace as writeWorkspace } from '#workspace/init.ts';
import { publishedSchemas, schemaFiles } from '#workspace/schema.ts';
import { applyFiles } from './applying.ts';
import { serve } from './define.ts';
import { copied } from './record-edits.ts';

const mappings = { mapping: Mapping, table: TableMapping, ledger: LedgerMapping, focus: FocusMapping };

export const answerInitWorkspace = serve(initWorkspace, async ({ name, currency, timeZone }, room) => {
  const beginnings = {
    name: name ?? basename(resolve(room.folder)),
    currency: currency ?? 'EUR',
    timeZone: timeZone ?? new Intl.DateTimeFormat('en').resolvedOptions().timeZone,
  };
  return {
    folder: room.folder,
    files: writeWorkspace(room.folder, beginnings, publishedSchemas(mappings)),
  };
});

const files = {
  workspace: schemaFiles.configuration,
  model: schemaFiles.model,
  mapping: schemaFiles.mapping,
  table: schemaFiles.table,
  ledger: schemaFiles.ledger,
  focus: schemaFiles.focus,
} as const;

export const answerShowSchema = serve(showSchema, async ({ name }) => {
  const schema: unknown = JSON.parse(publishedSchemas(mappings)[files[name]] ?? 'null');
  return { schema: schema as Record<string, unknown> };
});

export const answerApplyModel = serve(applyModel, async ({ dryRun, reason, take }, room) => {
  const { changes, unchanged, kept, conflicts, problems, actor, changeSet } = await applyFiles(room, {
    dryRun,
    reason,
    take,
  });
  if (problems.length > 0) throw new Fault('records-contradict', { contradictions: problems });
  return {
    dryRun,
    changes: changes.map(copied),
    unchanged,
    kept: kept.map(copied),
    conflicts: [...conflicts],
    actor,
    changeSet,
  };
});
