import { statSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFile, yamlFilesIn } from './load.ts';

/** Tells one state of a workspace's files from any other, by their names, sizes and times; without reading one of them. */
export const stateOfFiles = (folder: string): string =>
  [configurationFile, ...yamlFilesIn(folder, 'model'), ...yamlFilesIn(folder, 'maps')]
    .map((file) => {
      const found = statSync(join(folder, file), { throwIfNoEntry: false });
      return `${file} ${found?.size} ${found?.mtimeMs} ${found?.ino}`;
    })
    .join('\n');
