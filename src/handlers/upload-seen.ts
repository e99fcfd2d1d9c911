import { basename } from 'node:path';
import type { Seen } from '#api/uploads.ts';
import type { Suggestion } from '#importers/define.ts';
import { Fault } from '#model/fault.ts';
import { fileInInbox, keepNoteInInbox, noteInInbox } from '#workspace/inbox.ts';
import { importerFor } from './importers.ts';
import type { Room } from './room.ts';

/** What a file is like, with the mapping that is drafted from it; or why it is no log. */
export type Look =
  | { readonly seen: Seen; readonly mapping: string }
  | { readonly refusal: { readonly code: string; readonly text: string } };

const note = 'seen';

/** Looks at a file that was handed over, once: what was seen is kept beside it, where its names are too. */
export const lookAt = async (room: Room, upload: string): Promise<Look> => {
  const kept = noteInInbox(room.state, upload, note);
  if (kept !== undefined) return Object(kept) as Look;
  const path = fileInInbox(room.state, upload);
  room.surroundings.progress(`looking at ${basename(path)}`);
  const look = await looked(path);
  keepNoteInInbox(room.state, upload, note, look);
  return look;
};

const looked = async (path: string): Promise<Look> => {
  try {
    const importer = importerFor(path);
    const suggestion = await importer.suggest(path);
    const { columns, questions, yaml, sampled } = suggestion;
    const seen = {
      importer: importer.id,
      format: importer.title,
      rows: sampled,
      written: writtenAs(importer.id, suggestion),
      columns: [...columns],
      questions: [...questions],
    };
    return { seen, mapping: yaml };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message } = byName(error, path);
    return { refusal: { code, text: message } };
  }
};

const writtenAs = (importer: string, { mapping: { file } }: Suggestion): Seen['written'] =>
  importer === 'csv' ? { encoding: file.encoding, delimiter: file.delimiter, headerRow: file.headerRow } : null;

/** Whoever handed a file over knows it by its name, and not by where it lies meanwhile. */
export const byName = (error: Fault, path: string): Fault =>
  'path' in error.detail && error.detail.path === path
    ? new Fault(error.code, { ...error.detail, path: basename(path) }, error.place)
    : error;
