import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Importer } from '#importers/define.ts';
import { importers } from '#importers/index.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';

/** The importer of a file of a source: the one that the source names, else the one that takes such a file. */
export const importerOf = (
  { key, importer }: { readonly key: string; readonly importer?: string | undefined },
  path: string,
): Importer => {
  if (importer === undefined) return importerFor(path);
  const ids = importers.map(({ id }) => id);
  const found = importers.find(({ id }) => id === importer);
  if (!found)
    throw new Fault('importer-unknown', { source: key, importer, importers: ids, closest: closest(importer, ids) });
  return found;
};

/** The importer that takes a file by its name and its first bytes; the first one tells what is wrong when none does. */
export const importerFor = (path: string): Importer => {
  const [first] = importers;
  if (!first) throw new Error('there is no importer');
  return importers.find(({ recognises }) => recognises(path, headOf(path))) ?? first;
};

const headLength = 64 * 1024;

const headOf = (path: string): Uint8Array => {
  if (!existsSync(path)) return new Uint8Array(0);
  if (statSync(path).isDirectory())
    throw new Fault('file-unreadable', { path, why: 'it is a folder; name a file in it' });
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(headLength);
    const head = bytes.subarray(0, readSync(file, bytes, 0, headLength, 0));
    return head[0] === 0x1f && head[1] === 0x8b ? unpacked(head) : head;
  } finally {
    closeSync(file);
  }
};

/** The beginning of a packed file is cut off somewhere, which is no reason not to look at it. */
const unpacked = (head: Uint8Array): Uint8Array => {
  try {
    return gunzipSync(head, { finishFlush: 2 });
  } catch {
    return head;
  }
};
