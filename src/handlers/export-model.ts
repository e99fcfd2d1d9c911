import { join } from 'node:path';
import { exportModel } from '#api/model.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { ofNoDesign } from '#model/records.ts';
import { idText, type RecordId } from '#store/record.ts';
import { planApply } from '#workspace/apply.ts';
import { planExport } from '#workspace/export.ts';
import { modelText } from '#workspace/model-text.ts';
import { told } from '#workspace/problem.ts';
import { replaceFile } from '#workspace/write-file.ts';
import { type Applied, actorOf, applyFiles } from './applying.ts';
import { serve } from './define.ts';
import { lineDifference } from './line-difference.ts';
import type { Room } from './room.ts';

export const answerExportModel = serve(exportModel, async ({ design, dryRun, asText }, room) => {
  const readOnly = dryRun || asText;
  const applied = await applyFiles(room, { dryRun: readOnly, reason: 'the files changed' });
  const { standing, problems, conflicts } = applied;
  if (problems.length > 0) throw new Fault('records-contradict', { contradictions: problems });
  const designs = applied.models.map(({ design: { key } }) => key);
  if (design !== undefined && !designs.some((key) => key === design)) {
    throw new Fault('input-refused', {
      field: 'design',
      found: JSON.stringify(design),
      expected: `one of ${designs.join(', ')}`,
      closest: closest(design, designs),
    });
  }
  if (asText) return { dryRun, files: [], conflicts: [...conflicts], text: modelText(design ?? ofNoDesign, standing) };
  const exported = planExport(room.workspace.documents, standing, openIn(room, applied, design));
  if ('problems' in exported) {
    throw new Fault('workspace-problems', { folder: room.folder, problems: exported.problems.map(told) });
  }
  if (!dryRun) {
    for (const { file, before, text } of exported.files) replaceFile(join(room.folder, file), before, text);
    await keepStated(room, exported.records);
  }
  const files = exported.files.map(({ file, before, text }) => ({
    file,
    what: before === null ? ('added' as const) : ('changed' as const),
    lines: lineDifference(before ?? '', text),
  }));
  return { dryRun, files, conflicts: [...conflicts], text: null };
});

/** Records that keep what their files say: conflicts, and those of other designs than the one asked for. */
const openIn = (
  room: Room,
  { conflicts, standing }: Applied,
  design: string | undefined,
): ((id: RecordId) => boolean) => {
  const open = new Set(conflicts.map(idText));
  const others = [...room.workspace.records, ...standing].filter(
    (record) => design !== undefined && record.design !== design,
  );
  for (const record of others) open.add(idText(record));
  return (id) => open.has(idText(id));
};

/** Once the files are written, they are what was applied last. In the other order a crash would make edits look old. */
const keepStated = async (room: Room, records: Applied['standing']): Promise<void> => {
  const store = await room.store();
  const { stated } = planApply(await store.current(), records, { stated: await store.stated() });
  const { now, via } = room.surroundings;
  await store.write({ actor: actorOf(room), at: now().toISOString(), reason: 'exported', via }, [], stated);
};
