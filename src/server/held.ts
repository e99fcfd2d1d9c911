import { join } from 'node:path';
import { holderOf } from '#workspace/lock.ts';
import { stateFolderName } from '#workspace/state-folder.ts';

/** Where a server of this machine can be asked, and by which key where not everybody may. */
export type HeldAt = { readonly address: string; readonly key?: string | undefined };

/** The server that holds a workspace; undefined where none does. */
export const serverOf = (folder: string, host: string): HeldAt | undefined => {
  const { address, key } = holderOf(join(folder, stateFolderName), host) ?? {};
  return address === undefined ? undefined : { address, key };
};
