import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listNameEdits, Meaning, NameEdit, type NameKind } from '#api/names.ts';
import { meaningNow } from '#mapping/meant.ts';
import { Fault } from '#model/fault.ts';
import { StageKind } from '#model/kinds.ts';
import { serve } from './define.ts';
import { listIn, type WrittenMapping } from './name-lists.ts';
import type { Room } from './room.ts';

/** An edit of names as it is kept. `undo` is the order that takes it back. */
const KeptNameEdit = NameEdit.omit({ stands: true }).extend({ names: z.array(Meaning), undo: z.array(Meaning) });
export type KeptNameEdit = z.infer<typeof KeptNameEdit>;

/** How many edits are remembered. */
const mostEdits = 200;

export const answerListNameEdits = serve(listNameEdits, async (_, room) => ({
  edits: keptIn(room)
    .map(({ undo, names, ...kept }) => ({
      ...kept,
      names: names.map((name) => ({ ...name, was: undo.find((back) => isSame(back, name))?.to ?? null })),
      stands: kept.undoneAt === null && coveredIn(room, { ...kept, names }) === undefined,
    }))
    .toReversed(),
}));

const isSame = (a: Meaning, b: Meaning): boolean => a.kind === b.kind && a.raw === b.raw;

/** Keeps an edit that was written, under the next number. */
export const keepNameEdit = (room: Room, edited: Omit<KeptNameEdit, 'edit' | 'undoneAt'>): number => {
  const before = keptIn(room);
  const edit = (before.at(-1)?.edit ?? 0) + 1;
  keep(room, [...before, { ...edited, edit, undoneAt: null }].slice(-mostEdits));
  return edit;
};

export const keepUndone = (room: Room, undone: number): void => {
  const undoneAt = room.surroundings.now().toISOString();
  keep(
    room,
    keptIn(room).map((kept) => (kept.edit === undone ? { ...kept, undoneAt } : kept)),
  );
};

/** An edit that can be undone; a fault for one that was, or whose names somebody said something else of since. */
export const nameEditToUndo = (room: Room, edit: number): KeptNameEdit => {
  const kept = keptIn(room).find((each) => each.edit === edit);
  if (!kept) throw new Fault('name-edit-unknown', { edit });
  if (kept.undoneAt !== null) throw new Fault('name-edit-undone', { edit, at: kept.undoneAt });
  const covered = coveredIn(room, kept);
  if (covered) throw new Fault('name-edit-covered', { edit, raw: covered.raw });
  return kept;
};

/** What a mapping says of a name by itself: the order that has it say so again. */
export const meaningIn = (mapping: WrittenMapping, kind: NameKind, raw: string): Meaning => {
  const { to, stage } = meaningNow(listIn(mapping, kind), raw);
  const { data } = StageKind.safeParse(stage);
  return { kind, raw, to, ...(data === undefined ? {} : { stage: data }) };
};

/** The first name of an edit that stands for something else by now, in the mapping that its source is read by. */
const coveredIn = (room: Room, { source: key, names }: Pick<KeptNameEdit, 'source' | 'names'>): Meaning | undefined => {
  const source = room.workspace.configuration.sources.find((each) => each.key === key);
  if (!source) return names[0];
  const written = Object(room.mapOf(source).written) as WrittenMapping;
  return names.find(({ kind, raw, to, stage }) => {
    const now = meaningIn(written, kind, raw);
    return now.to !== to || (stage !== undefined && now.stage !== stage);
  });
};

const placeOf = (room: Room): string => join(room.state, 'name-edits.json');

/** The oldest first. What another version wrote otherwise, or the disk has spoilt, is none. */
const keptIn = (room: Room): KeptNameEdit[] => {
  if (!existsSync(placeOf(room))) return [];
  try {
    return z.array(KeptNameEdit).parse(JSON.parse(readFileSync(placeOf(room), 'utf8')));
  } catch {
    return [];
  }
};

const keep = (room: Room, edits: readonly KeptNameEdit[]): void => {
  const draft = `${placeOf(room)}.draft`;
  writeFileSync(draft, JSON.stringify(edits), { mode: 0o600 });
  renameSync(draft, placeOf(room));
};
