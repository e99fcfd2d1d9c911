import { join } from 'node:path';
import { holderOf } from '#workspace/lock.ts';
import { stateFolderName } from '#workspace/state-folder.ts';

/** Where the server that holds a workspace can be asked; undefined where none does. */
export const serverOf = (folder: string, host: string): string | undefined =>
  holderOf(join(folder, stateFolderName), host)?.address;
