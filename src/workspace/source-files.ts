import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { dataFolderWord, type Source } from './configuration.ts';

/** The folder that `${dataFolder}` stands for: the override where there is one, else the workspace's own setting. */
export const dataFolderOf = (
  folder: string,
  { dataFolder }: { readonly dataFolder?: string | undefined },
  override: string | undefined,
): string | undefined => {
  const chosen = override === undefined || override === '' ? dataFolder : override;
  return chosen === undefined ? undefined : resolve(folder, chosen);
};

/**
 * The files of a source, by full path and in the order of their names, so that two machines read them alike.
 *
 * A folder stands for the files in it, not for those in folders below it. Hidden files are passed over.
 */
export const filesOf = (source: Source, folder: string, dataFolder: string | undefined): string[] => {
  const { key, path } = source;
  if (path.includes(dataFolderWord) && dataFolder === undefined) throw new Fault('data-folder-unset', { source: key });
  const full = resolve(folder, path.replaceAll(dataFolderWord, dataFolder ?? ''));
  const files = full.includes('*') ? matching(full) : listed(full);
  if (files.length === 0) throw new Fault('source-missing', { source: key, path: full, closest: nearby(full) });
  return files;
};

const listed = (path: string): string[] => {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? filesIn(path) : [path];
};

const matching = (path: string): string[] => {
  const parts = basename(path).split('*');
  const pattern = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`, 's');
  return filesIn(dirname(path)).filter((file) => pattern.test(basename(file)));
};

const filesIn = (folder: string): string[] =>
  existsSync(folder) && statSync(folder).isDirectory()
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => join(folder, name))
        .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    : [];

/** A name in the same folder that may have been meant. */
const nearby = (path: string): string | undefined => {
  const folder = dirname(path);
  if (path.includes('*') || !existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  return closest(basename(path), readdirSync(folder));
};
