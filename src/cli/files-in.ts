import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { mostFiles } from '#api/record-files.ts';
import { Fault } from '#model/fault.ts';
import { count } from './numbers.ts';

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether a folder is a workspace, and not one of files that are brought to it. */
export const isWorkspace = (path: string): boolean => isFolder(path) && existsSync(join(path, 'throughline.yaml'));

/** A file that was named, or found in a folder that was; `name` is what it is called in what is told of it. */
type NamedFile = { readonly path: string; readonly name: string };

const catalogue = /^catalog-info\.ya?ml$/iu;
const ofFormat: Readonly<Record<string, readonly string[]>> = {
  'capability-catalogue': ['.yaml', '.yml', '.csv'],
  archimate: ['.xml'],
};

/**
 * The files that are meant by words: a file, or of a folder and all below it those that are called `catalog-info.yaml`, or
 * end as files of the format do that is asked for.
 */
export const filesIn = (words: readonly string[], format: string | undefined): NamedFile[] =>
  words.flatMap((path) => {
    if (!isFolder(path)) return [{ path, name: basename(path) }];
    const endings = ofFormat[format ?? ''];
    const isMeant = (name: string): boolean =>
      endings ? endings.includes(extname(name).toLowerCase()) : catalogue.test(name);
    const found = below(path, '').filter(({ name }) => isMeant(basename(name)));
    if (found.length > mostFiles) {
      const expected = `a folder with at most ${count(mostFiles)} such files; import its folders one by one`;
      throw new Fault('input-refused', { field: 'file', found: `${count(found.length)} files in ${path}`, expected });
    }
    if (found.length > 0) return found;
    const expected = `a folder with ${endings ? `files that end with ${endings.join(' or ')}` : 'files called catalog-info.yaml'}, or a workspace, which has a throughline.yaml`;
    throw new Fault('input-refused', { field: 'file', found: path, expected });
  });

const below = (folder: string, under: string): NamedFile[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): NamedFile[] => {
      const name = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return below(folder, name);
      return entry.isFile() ? [{ path: join(folder, name), name }] : [];
    });
