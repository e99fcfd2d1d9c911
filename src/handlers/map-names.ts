import { join } from 'node:path';
import { type Meaning, mapNames, undoNameEdit } from '#api/names.ts';
import { Mapping } from '#mapping/mapping.ts';
import { withMeaning } from '#mapping/meant.ts';
import { Fault } from '#model/fault.ts';
import { checkDocument } from '#workspace/check-document.ts';
import { told } from '#workspace/problem.ts';
import { rewritten } from '#workspace/rewritten.ts';
import { replaceFile } from '#workspace/write-file.ts';
import { actorOf } from './applying.ts';
import { serve } from './define.ts';
import { lineDifference } from './line-difference.ts';
import { keepNameEdit, keepUndone, meaningIn, nameEditToUndo } from './name-edits.ts';
import { listIn, type WrittenMapping, withList } from './name-lists.ts';
import { rowsCarrying } from './open-names.ts';
import type { Room } from './room.ts';
import { checkSource } from './sources.ts';

export const answerMapNames = serve(mapNames, async ({ source, names, dryRun }, room) => {
  const { undo, ...written } = await namesWritten(room, source, names, dryRun);
  const { via, now } = room.surroundings;
  const said = { at: now().toISOString(), actor: actorOf(room), via, source, file: written.file, names, undo };
  return { ...written, edit: dryRun ? null : keepNameEdit(room, said) };
});

export const answerUndoNameEdit = serve(undoNameEdit, async ({ edit, dryRun }, room) => {
  const { source, undo } = nameEditToUndo(room, edit);
  const { undo: _, ...written } = await namesWritten(room, source, undo, dryRun);
  if (!dryRun) keepUndone(room, edit);
  return written;
});

/**
 * The rules of a mapping are resolved after rows are stored, so no file is read again: the next answer stands on the new names.
 *
 * What is written is held against the schema of mappings before it takes the place of what stands.
 */
const namesWritten = async (room: Room, key: string, names: readonly Meaning[], dryRun: boolean) => {
  checkSource(room, key);
  const { configuration } = room.workspace;
  const source = configuration.sources.find((each) => each.key === key);
  if (!source) throw new Error(`${key} was checked and is gone`);
  const map = room.mapOf(source);
  for (const name of names) checkFits(map.value, name);
  const before = Object(map.written) as WrittenMapping;
  const text = rewritten(map.text, names.reduce(withName, before));
  checkRight(room, map.file, text);
  if (!dryRun) replaceFile(join(room.folder, map.file), map.text, text);
  const sources = configuration.sources.flatMap((each) => (each.mapping === source.mapping ? [each.key] : []));
  const rows = await rowsCarrying(await room.engine(), sources);
  return {
    dryRun,
    file: map.file,
    lines: lineDifference(map.text, text),
    names: names.map(({ kind, raw, to }) => ({ kind, raw, to, rows: rows(kind, raw) })),
    sources,
    undo: names.map(({ kind, raw }) => meaningIn(before, kind, raw)).toReversed(),
  };
};

const withName = (mapping: WrittenMapping, { kind, ...name }: Meaning): WrittenMapping =>
  withList(mapping, kind, withMeaning(listIn(mapping, kind), name));

/** Refuses what a mapping has no place for. */
const checkFits = ({ decisions }: Mapping, { kind, stage }: Meaning): void => {
  const found = JSON.stringify(kind);
  if (stage !== undefined && kind !== 'state') {
    throw new Fault('input-refused', { field: 'stage', found: JSON.stringify(stage), expected: 'a state beside it' });
  }
  if (kind !== 'decision-type' && kind !== 'decider') return;
  const isPossible = decisions !== undefined && (kind === 'decider' || !('always' in decisions.type));
  if (isPossible) return;
  const expected = 'a kind of name that the mapping reads from its log';
  throw new Fault('input-refused', { field: 'kind', found, expected });
};

const checkRight = (room: Room, file: string, text: string): void => {
  const read = checkDocument(file, text, Mapping);
  if (!('problems' in read)) return;
  throw new Fault('workspace-problems', { folder: room.folder, problems: read.problems.map(told) });
};
