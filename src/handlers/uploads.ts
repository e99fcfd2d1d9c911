import { statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import {
  draftUpload,
  forgetUpload,
  listUploads,
  previewUpload,
  type Seen,
  type ShownUpload,
  showUpload,
  takeInUpload,
  takeOutUpload,
  tryUpload,
} from '#api/uploads.ts';
import { sql } from '#engine/sql.ts';
import { missingColumns } from '#importers/columns.ts';
import { declaredColumns } from '#mapping/declared-columns.ts';
import { Mapping } from '#mapping/mapping.ts';
import { Fault, isFault } from '#model/fault.ts';
import { type CheckedDocument, checkDocument } from '#workspace/check-document.ts';
import { fileInInbox, filesInInbox, removeFromInbox } from '#workspace/inbox.ts';
import { told } from '#workspace/problem.ts';
import { intakeOf, intakes } from '#workspace/taken-in.ts';
import { serve } from './define.ts';
import { diagnosisOf } from './diagnosis.ts';
import { type Due, importFile } from './importing.ts';
import type { OpenWorkspace, Room } from './room.ts';
import { type Readable, takeIn, takenOf, takeOut, whereItLies } from './taking-in.ts';
import { changedDraft, draftFile, draftOf, type KeptDraft, keepDraft, shownDraft } from './upload-draft.ts';
import { problemsOf } from './upload-problems.ts';
import { byName, lookAt } from './upload-seen.ts';

export const answerListUploads = serve(listUploads, async (_, room) => ({
  largestMegabytes: room.workspace.configuration.largestUpload,
  uploads: filesInInbox(room.state, room.surroundings.now().getTime()).map(({ at, ...file }) => ({
    ...file,
    handedOverAt: new Date(at).toISOString(),
  })),
  taken: intakes(room.state)
    .flatMap(({ upload, intake }) => {
      const taken = takenOf(intake);
      if (!taken) return [];
      const { source, takenAt, accepted } = taken;
      return [{ upload, name: intake.name, source, takenAt, accepted }];
    })
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1)),
}));

export const answerShowUpload = serve(showUpload, ({ upload }, room) => shown(room, upload));

export const answerDraftUpload = serve(draftUpload, async ({ upload, anew, ...change }, room) => {
  const { seen, draft } = await workedAt(room, upload, anew);
  keepDraft(room, upload, changedDraft(room, draft, seen, change));
  return shown(room, upload);
});

export const answerPreviewUpload = serve(previewUpload, async ({ upload, rejects }, room) => {
  const due = await dueOf(room, upload);
  const outcome = await named(due.path, () => importFile(room, due, { dryRun: true }));
  return {
    timeZone: room.workspace.configuration.timeZone,
    outcome: { ...outcome, rejects: outcome.rejects.slice(0, rejects) },
    problems: problemsOf(outcome.rejects, due.mapping),
  };
});

export const answerTryUpload = serve(tryUpload, async ({ upload }, room) => {
  const due = await dueOf(room, upload);
  const before = await diagnosed(room);
  await room.tryOut(supposed(room.workspace, due));
  const outcome = await named(due.path, () => importFile(room, due));
  await calledAsItLies(room, due.path, outcome.run);
  return { outcome: { ...outcome, rejects: [] }, before, after: await diagnosed(room) };
});

export const answerTakeInUpload = serve(takeInUpload, async ({ upload }, room) => ({
  taken: takenOf(intakeOf(room.state, upload)) ?? (await takeIn(room, upload, await readable(room, upload))),
}));

export const answerTakeOutUpload = serve(takeOutUpload, async ({ upload }, room) => {
  const intake = intakeOf(room.state, upload);
  const taken = takenOf(intake);
  if (!intake || !taken) throw new Fault('upload-not-taken', { upload });
  return { taken, stays: await takeOut(room, upload, intake) };
});

export const answerForgetUpload = serve(forgetUpload, async ({ upload }, room) => {
  fileInInbox(room.state, upload);
  removeFromInbox(room.state, upload);
  return { upload };
});

/** What is looked at and drafted; a fault where the file is no log. */
const workedAt = async (
  room: Room,
  upload: string,
  anew = false,
): Promise<{ readonly seen: Seen; readonly draft: KeptDraft }> => {
  const look = await lookAt(room, upload);
  if ('refusal' in look) throw new Fault('upload-unreadable', look.refusal);
  const fits = sourcesThatFit(room, look.seen).map(({ source }) => source);
  return { seen: look.seen, draft: draftOf(room, upload, { mapping: look.mapping, fits, anew }) };
};

const shown = async (room: Room, upload: string): Promise<ShownUpload> => {
  const intake = intakeOf(room.state, upload);
  const taken = takenOf(intake);
  const path = whereItLies(room, upload, intake);
  const file = { upload, name: basename(path), bytes: statSync(path).size, taken };
  const look = taken ? undefined : await lookAt(room, upload);
  if (look === undefined) return { ...file, seen: null, refusal: null, draft: null, fits: [] };
  if ('refusal' in look) return { ...file, seen: null, refusal: look.refusal, draft: null, fits: [] };
  const { seen, draft } = await workedAt(room, upload);
  return { ...file, seen, refusal: null, draft: shownDraft(draft, seen), fits: sourcesThatFit(room, seen) };
};

/** The sources whose mapping names only columns that the file has, those that name the most of them first. */
const sourcesThatFit = (room: Room, { importer, written, columns }: Seen): ShownUpload['fits'] => {
  const names = columns.map(({ column }) => column);
  return room.workspace.configuration.sources
    .map((source) => ({ source, mapping: room.mappingOf(source) }))
    .filter(
      ({ source, mapping }) =>
        (source.importer ?? importer) === importer &&
        (written === null || mapping.file.delimiter === written.delimiter) &&
        missingColumns(mapping, names).length === 0,
    )
    .toSorted((a, b) => declaredColumns(b.mapping).length - declaredColumns(a.mapping).length)
    .map(({ source: { key, name } }) => ({ source: key, name: name ?? key }));
};

const readable = async (room: Room, upload: string): Promise<Readable> => {
  const { seen, draft } = await workedAt(room, upload);
  // What is read and what is kept are the same from here on, whatever becomes of this process.
  keepDraft(room, upload, draft);
  const source = room.workspace.configuration.sources.find(({ key }) => key === draft.furtherOf);
  const map = source ? room.mapOf(source) : mappingIn(draft.mapping);
  return { draft, map, mapping: map.value, importer: seen.importer };
};

const mappingIn = (text: string): CheckedDocument<Mapping> => {
  const read = checkDocument(draftFile, text, Mapping);
  if (!('problems' in read)) return read;
  throw new Fault('workspace-problems', { folder: 'the mapping', problems: read.problems.map(told) });
};

const dueOf = async (room: Room, upload: string): Promise<Due> => {
  const path = fileInInbox(room.state, upload);
  const { draft, map, mapping, importer } = await readable(room, upload);
  const source = { key: draft.furtherOf ?? draft.key, importer };
  return { source, map, mapping, path, file: basename(path), run: undefined, undone: false };
};

const draftMap = '(draft)';

/** The workspace as it would be with one more file. */
const supposed = (workspace: OpenWorkspace, { source: { key, importer }, map, path }: Due): OpenWorkspace => {
  const { configuration, folder, maps } = workspace;
  const known = configuration.sources.find((source) => source.key === key);
  const added = { key, importer, path: relative(folder, path), mapping: known?.mapping ?? draftMap };
  return {
    ...workspace,
    configuration: { ...configuration, sources: [...configuration.sources, added] },
    maps: known ? maps : new Map([...maps, [draftMap, map]]),
  };
};

/** While it is tried out, a file is no source's but by where it lies. */
const calledAsItLies = async (room: Room, path: string, run: number | null): Promise<void> => {
  const file = relative(room.workspace.folder, path);
  await (await room.engine()).run(sql`update import_run set file = ${file} where run_id = ${run}`);
};

const diagnosed = async (room: Room) => {
  try {
    return await diagnosisOf(room);
  } catch (error) {
    if (isFault(error, 'no-evidence')) return null;
    throw error;
  }
};

/** Does something with a file; what is wrong with it is told by its name. */
const named = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Fault ? byName(error, path) : error;
  }
};
