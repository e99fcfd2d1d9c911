import { basename } from 'node:path';
import type { Seen } from '#api/uploads.ts';
import type { Importer, Suggestion, Undrafted } from '#importers/define.ts';
import { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';
import { fileInInbox, forgetNoteInInbox, keepNoteInInbox, noteInInbox } from '#workspace/inbox.ts';
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

/** Lets go of the names in a file that was taken in; should it come back, it is looked at anew. */
export const forgetLook = (room: Room, upload: string): void => forgetNoteInInbox(room.state, upload, note);

const looked = async (path: string): Promise<Look> => {
  const importer = importerFor(path);
  try {
    const { mapping, columns, questions, yaml, sampled } = await importer.suggest(path);
    return { seen: seenBy(importer, mapping.file, { columns, questions, sampled }, null), mapping: yaml };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message } = byName(error, path);
    const plain = error.code === 'log-unrecognised' ? await columnsIn(importer, path) : undefined;
    if (!plain) return { refusal: { code, text: message } };
    return { seen: seenBy(importer, plain.file, { ...plain, questions: [] }, message), mapping: plain.yaml };
  }
};

/** What looks like no log may be one all the same, to somebody who knows its columns; with one column there is none. */
const columnsIn = async (importer: Importer, path: string): Promise<Undrafted | undefined> => {
  try {
    const plain = await importer.columnsOf?.(path);
    return plain && plain.sampled > 0 ? plain : undefined;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
};

const seenBy = (
  { id, title }: Importer,
  file: Undrafted['file'],
  { columns, questions, sampled }: Pick<Suggestion, 'columns' | 'questions' | 'sampled'>,
  doubt: string | null,
): Seen => {
  const { encoding, delimiter, headerRow } = Mapping.shape.file.parse(file);
  return {
    importer: id,
    format: title,
    rows: sampled,
    written: id === 'csv' ? { encoding, delimiter, headerRow } : null,
    columns: [...columns],
    questions: [...questions],
    doubt,
  };
};

/** Whoever handed a file over knows it by its name, and not by where it lies meanwhile. */
export const byName = (error: Fault, path: string): Fault =>
  'path' in error.detail && error.detail.path === path
    ? new Fault(error.code, { ...error.detail, path: basename(path) }, error.place)
    : error;
