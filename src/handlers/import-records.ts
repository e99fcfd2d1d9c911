import { importRecords } from '#api/record-files.ts';
import { closest } from '#model/closest.ts';
import { currentDesign, designInForce } from '#model/design.ts';
import { Fault } from '#model/fault.ts';
import { recogniser } from '#record-files/recogniser.ts';
import { type Applied, broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { settled } from './found-edits.ts';
import { outcomeOf } from './found-outcome.ts';
import type { ReadRecords } from './found-statements.ts';
import { makeEdits } from './record-edits.ts';
import { readRecordFile } from './record-files.ts';
import { kindCalled } from './record-id.ts';
import type { Room } from './room.ts';

export const answerImportRecords = serve(importRecords, async ({ files: given, rejects, ...asked }, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const read = await Promise.all(given.map((file) => readRecordFile(room, file)));
  const design = designFor(read, room, applied, asked.design);
  const recognised = recogniser(applied.standing, design);
  const files = read.map((file) => ({ ...file, read: { ...file.read, records: recognised(file.read.records) } }));
  const found = settled(files, applied.standing, { design, whole: asked.whole.map(kindCalled) });
  const made = await makeEdits(room, applied, found.edits, { ...asked, problems: found.problems });
  return {
    ...made,
    files: files.map((file) => outcomeOf(file, found, rejects)),
    untouched: found.edits.length - made.changes.length,
    unclosed: found.unclosed.map(({ kind, design, key }) => ({ kind, design, key })),
  };
});

/**
 * To which design records of a design belong: the one that is asked for, else the one that the files state, else the one in
 * force, else the only one.
 */
const designFor = (
  files: readonly ReadRecords[],
  room: Room,
  { models }: Applied,
  asked: string | undefined,
): string => {
  const stated = files.flatMap(({ read }) => read.records.filter(({ kind }) => kind === 'design'));
  const keys = [...new Set(stated.map(({ body }) => String(body.key)))];
  const designs = models.map(({ design }) => design);
  const known = [...new Set([...designs.map(({ key }) => String(key)), ...keys])];
  if (asked !== undefined && known.includes(asked)) return asked;
  const now = room.surroundings.now().toISOString();
  const inForce = designInForce(designs, now, room.workspace.configuration.timeZone);
  const [only = currentDesign.key] = known;
  if (asked === undefined) {
    if (keys.length === 1) return keys[0] ?? only;
    if (inForce) return inForce.key;
    if (known.length < 2) return only;
  }
  const found = asked === undefined ? 'left out' : JSON.stringify(asked);
  const expected = `one of ${known.join(', ')}`;
  throw new Fault('input-refused', { field: 'design', found, expected, closest: closest(asked ?? '', known) });
};
