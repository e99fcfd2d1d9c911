import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#model/fault.ts';

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
  const inbox = inboxOf(state);
  for (const other of readdirSync(inbox)) {
    const folder = join(inbox, other);
    if (now - statSync(folder).mtimeMs > keptFor) rmSync(folder, { recursive: true, force: true });
  }
  const folder = join(inbox, upload);
  mkdirSync(folder, { mode: 0o700 });
  return join(folder, safeName(name));
};

/** The file that was handed over as this one; a fault when it is not there, or not yet whole. */
export const fileInInbox = (state: string, upload: string): string => {
  const folder = join(inboxOf(state), upload);
  const [file] = readdirSync(inboxOf(state)).includes(upload) ? readdirSync(folder) : [];
  if (file === undefined || file.endsWith(unfinished)) throw new Fault('upload-unknown', { upload });
  return join(folder, file);
};

export const removeFromInbox = (state: string, upload: string): void =>
  rmSync(join(inboxOf(state), upload), { recursive: true, force: true });

/** What stands behind the name of a file while it still arrives. */
export const unfinished = '.arriving';

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
