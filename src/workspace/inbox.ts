import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '#model/fault.ts';
import { isUnderWay } from './taken-in.ts';
import { unfinished } from './write-file.ts';

/** How long a file is kept that nobody came back for. */
const keptFor = 86_400_000;
const longestName = 120;

/** Where files lie that were handed over, each in a folder of its own; made when it is not there. */
const inboxOf = (state: string): string => {
  const folder = join(state, 'inbox');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** A place for one more file, under a name that nobody can make anything else of. Files that nobody came back for go. */
export const placeInInbox = (state: string, upload: string, name: string, now: number): string => {
  clean(state, now);
  const folder = join(inboxOf(state), upload);
  mkdirSync(folder, { mode: 0o700 });
  return join(folder, safeName(name));
};

/** A file that was on its way in stays, however long nobody began the server again that took it in. */
const clean = (state: string, now: number): void => {
  const inbox = inboxOf(state);
  for (const upload of readdirSync(inbox)) {
    const folder = join(inbox, upload);
    const isOld = now - statSync(folder).mtimeMs > keptFor;
    if (isOld && !isUnderWay(state, upload)) rmSync(folder, { recursive: true, force: true });
  }
};

/** The file that was handed over as this one; a fault when it is not there, or not yet whole. */
export const fileInInbox = (state: string, upload: string): string => {
  const file = heldInInbox(state, upload);
  if (file === undefined) throw new Fault('upload-unknown', { upload });
  return file;
};

/** The file that was handed over as this one, for as long as it lies here. */
export const heldInInbox = (state: string, upload: string): string | undefined => {
  const folder = join(inboxOf(state), upload);
  return existsSync(folder) ? fileIn(folder) : undefined;
};

/** The whole file in a folder; notes beside it begin with a dot, as no name of a file does here. */
const fileIn = (folder: string): string | undefined => {
  const file = readdirSync(folder).find((name) => !name.startsWith('.') && !name.endsWith(unfinished));
  return file === undefined ? undefined : join(folder, file);
};

type Handed = { readonly upload: string; readonly name: string; readonly bytes: number; readonly at: number };

/** All that was handed over and is whole, the newest first. What nobody came back for goes. */
export const filesInInbox = (state: string, now: number): Handed[] => {
  clean(state, now);
  const inbox = inboxOf(state);
  return readdirSync(inbox)
    .flatMap((upload) => {
      const file = fileIn(join(inbox, upload));
      if (file === undefined) return [];
      const { size, mtimeMs } = statSync(file);
      return [{ upload, name: basename(file), bytes: size, at: mtimeMs }];
    })
    .sort((a, b) => b.at - a.at);
};

/** What is kept beside a file while somebody is at work on it; it goes when the file is removed. */
export const noteInInbox = (state: string, upload: string, name: string): unknown => {
  const note = join(inboxOf(state), upload, `.${name}.json`);
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
};

export const keepNoteInInbox = (state: string, upload: string, name: string, note: unknown): void => {
  const place = join(inboxOf(state), upload, `.${name}.json`);
  writeFileSync(`${place}.draft`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${place}.draft`, place);
};

export const forgetNoteInInbox = (state: string, upload: string, name: string): void =>
  rmSync(join(inboxOf(state), upload, `.${name}.json`), { force: true });

/** Where a file is put back that was handed over as this one and has left the inbox. */
export const placeBackInInbox = (state: string, upload: string, name: string): string => {
  const folder = join(inboxOf(state), upload);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, name);
};

/** Keeps a file for as long as one that was handed over now. */
export const renewInInbox = (state: string, upload: string, now: Date): void =>
  utimesSync(join(inboxOf(state), upload), now, now);

export const removeFromInbox = (state: string, upload: string): void =>
  rmSync(join(inboxOf(state), upload), { recursive: true, force: true });

/**
 * The name of a file, as far as a name goes: no folder, no sign that a system or a terminal makes something else of.
 *
 * The ending stays, because some importers know their files by it.
 */
export const safeName = (given: string): string => {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const plain = last.replace(/[^\p{L}\p{M}\p{N}._ ()-]+/gu, '_').replace(/^[. ]+|[. ]+$/gu, '');
  const named = reserved.test(plain) ? `_${plain}` : plain;
  if (named === '') return 'file';
  const [, ending = ''] = /(\.[\p{L}\p{N}]{1,8}(?:\.gz)?)$/u.exec(named) ?? [];
  const letters = Array.from(named);
  if (letters.length <= longestName) return named.endsWith(unfinished) ? `${named}_` : named;
  return `${letters.slice(0, longestName - ending.length).join('')}${ending === unfinished ? '' : ending}`;
};

/** Names that are devices on some systems, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
