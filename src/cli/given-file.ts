import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { whyRefused } from '#model/errno.ts';
import { Fault } from '#model/fault.ts';

/** What a file holds that was named; one that is not there, or is a folder, is for somebody to mend. */
export const givenBytes = (path: string): Buffer => {
  if (!existsSync(path)) throw new Fault('file-missing', { path });
  if (statSync(path).isDirectory()) throw new Fault('file-refused', { path, why: whyRefused('EISDIR') });
  return readFileSync(path);
};

/** Writes what was asked for to where it was asked for; a folder that is not there is for somebody to mend. */
export const writeOutput = (path: string, content: Uint8Array): void => {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Fault('file-refused', { path, why: 'there is no such folder' });
  }
};

/** Whether two paths lead to one file, by whatever links. */
export const isSameFile = (one: string, other: string): boolean => {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
};
