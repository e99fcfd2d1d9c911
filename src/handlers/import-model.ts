import { importModel } from '#api/changes.ts';
import { Fault } from '#model/fault.ts';
import { readImport } from '#workspace/imported.ts';
import { told } from '#workspace/problem.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { makeEdits } from './record-edits.ts';

export const answerImportModel = serve(importModel, async ({ text, as, whole, ...asked }, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const read = readImport(text, applied.standing, { as, whole });
  if ('problems' in read) {
    throw new Fault('workspace-problems', { folder: 'the text', problems: read.problems.map(told) });
  }
  return makeEdits(room, applied, read.edits, asked);
});
