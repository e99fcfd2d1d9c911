import { basename } from 'node:path';
import { forgetUpload, previewUpload, suggestForUpload } from '#api/uploads.ts';
import { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';
import { type CheckedDocument, checkDocument } from '#workspace/check-document.ts';
import { fileInInbox, removeFromInbox } from '#workspace/inbox.ts';
import { told } from '#workspace/problem.ts';
import { serve } from './define.ts';
import { importerFor } from './importers.ts';
import { importFile } from './importing.ts';
import type { Room } from './room.ts';
import { checkSource } from './sources.ts';

export const answerSuggestForUpload = serve(suggestForUpload, ({ upload }, room) =>
  withUpload(room, upload, async (path) => {
    const { yaml, questions } = await importerFor(path).suggest(path);
    return { yaml, questions: [...questions] };
  }),
);

/** The key of a source that no workspace can have. */
const ofNoSource = '(upload)';

export const answerPreviewUpload = serve(previewUpload, ({ upload, mapping, source }, room) =>
  withUpload(room, upload, async (path) => {
    checkSource(room, source);
    const map = mappingIn(mapping);
    const file = basename(path);
    const due = {
      source: { key: source ?? ofNoSource },
      map,
      mapping: map.value,
      path,
      file,
      run: undefined,
      undone: false,
    };
    const outcome = await importFile(room, due, { dryRun: true });
    return { timeZone: room.workspace.configuration.timeZone, outcome };
  }),
);

export const answerForgetUpload = serve(forgetUpload, async ({ upload }, room) => {
  fileInInbox(room.state, upload);
  removeFromInbox(room.state, upload);
  return { upload };
});

const mappingIn = (text: string): CheckedDocument<Mapping> => {
  const read = checkDocument('mapping', text, Mapping);
  if (!('problems' in read)) return read;
  throw new Fault('workspace-problems', { folder: 'the mapping', problems: read.problems.map(told) });
};

/** Whoever handed a file over knows it by its name, and not by where it lies meanwhile. */
const withUpload = async <T>(room: Room, upload: string, work: (path: string) => Promise<T>): Promise<T> => {
  const path = fileInInbox(room.state, upload);
  try {
    return await work(path);
  } catch (error) {
    if (!(error instanceof Fault) || !('path' in error.detail) || error.detail.path !== path) throw error;
    throw new Fault(error.code, { ...error.detail, path: basename(path) }, error.place);
  }
};
