import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#model/fault.ts';

export const stateFolderName = '.throughline';

/**
 * The folder beside the files in which a workspace keeps its databases, its lock and its key, made when it is not there.
 *
 * Only its owner may enter it, and it tells git to ignore all of it: the key behind the pseudonyms must
 * never be shared along with the model.
 */
export const stateFolder = (workspace: string): string => {
  const folder = join(workspace, stateFolderName);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
};

const keyLength = 32;

/**
 * The key by which people become pseudonyms: 32 bytes, made on first use and never changed, readable by its owner only.
 *
 * Whoever loses it cannot tie new evidence to people already known; whoever has it can try names against pseudonyms. So a
 * key that is there but cannot be right is refused and not replaced.
 */
export const pseudonymKey = (stateFolder: string, random: (bytes: number) => Uint8Array): Uint8Array => {
  const file = join(stateFolder, 'pseudonym-key');
  if (!existsSync(file)) make(file, random(keyLength));
  const key = readFileSync(file);
  if (key.length !== keyLength)
    throw new Fault('pseudonym-key-broken', { file, found: key.length, expected: keyLength });
  return new Uint8Array(key);
};

/** Puts the whole file in place at once; when another process was first, its key stands. */
const make = (file: string, key: Uint8Array): void => {
  const draft = `${file}.${Buffer.from(key.subarray(0, 4)).toString('hex')}`;
  writeFileSync(draft, key, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
};
