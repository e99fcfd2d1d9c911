import { type ImportOutcome, type ImportRun, importEvidence, listImports, undoImport } from '#api/evidence.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { undo } from '#importers/load.ts';
import { Fault } from '#model/fault.ts';
import { serve } from './define.ts';
import { importFile, sourceFiles } from './importing.ts';
import { checkSource } from './sources.ts';

export const answerImportEvidence = serve(importEvidence, async ({ source, file, dryRun, rows }, room) => {
  checkSource(room, source);
  const imports: ImportOutcome[] = [];
  const files = (await sourceFiles(room, source)).filter((due) => file === undefined || due.file === file);
  for (const due of files) imports.push(await importFile(room, due, { dryRun, rows }));
  await room.sweep();
  return { timeZone: room.workspace.configuration.timeZone, imports };
});

export const answerListImports = serve(listImports, async ({ limit, offset }, room) => {
  const all = await runs(await room.engine());
  return { total: all.length, imports: all.slice(offset, offset + (limit ?? all.length)) };
});

export const answerUndoImport = serve(undoImport, async ({ run }, room) => {
  const engine = await room.engine();
  const all = await runs(engine);
  const before = all.find((each) => each.run === run);
  if (!before) throw new Fault('run-unknown', { run });
  if (before.state !== 'committed') {
    const by = all.find(({ replaces }) => replaces === run)?.run;
    throw new Fault('run-not-committed', { run, by: before.state === 'replaced' ? by : undefined });
  }
  await undo(engine, run);
  await room.sweep();
  return { ...before, state: 'undone' as const };
});

/** Every import there was, newest first. */
export const runs = (engine: Engine): Promise<ImportRun[]> =>
  engine.all<ImportRun>(sql`
    select run_id as run, source.key as source, file, state, strftime(imported_at, '%Y-%m-%dT%H:%M:%SZ') as "importedAt",
           total::double as total, accepted::double as accepted, rejected::double as rejected, replaces
    from import_run join source using (source_id) order by run_id desc`);
