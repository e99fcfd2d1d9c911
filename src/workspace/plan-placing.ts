import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { Fault } from '#model/fault.ts';
import { slugOf } from '#model/key.ts';
import { checkDocument } from './check-document.ts';
import { Configuration, dataFolderWord, type Source } from './configuration.ts';
import { configurationFile } from './load.ts';
import { foldersFor, type Placing, textOf } from './placing.ts';
import { told } from './problem.ts';
import { rewritten } from './rewritten.ts';

type Ground = {
  readonly folder: string;
  readonly configuration: Configuration;
  /** Where the word for the folder of the evidence leads to, if anywhere. */
  readonly dataFolder: string | undefined;
  /** Files that rows are known by, from the workspace's folder: their names are taken, also where they have left. */
  readonly held: ReadonlySet<string>;
};

type NewSource = { readonly key: string; readonly name: string; readonly mapping: string };

/**
 * A source of its own for a file: a folder that is called like it, where further files of it are found as soon as they
 * lie there.
 */
export const planNewSource = (ground: Ground, { key, name, mapping }: NewSource, fileName: string): Placing => {
  const { folder, configuration, dataFolder } = ground;
  refuseTaken(configuration, key);
  const within = dataFolder === undefined ? 'data' : dataFolderWord;
  const taken = (of: string): boolean => {
    const place = pathIn(ground, `${within}/${of}`);
    return isTaken(ground, place) || isTaken(ground, resolve(place, fileName));
  };
  const path = `${within}/${freeName(key, '', taken)}`;
  const file = relative(folder, resolve(pathIn(ground, path), fileName));
  const map = `maps/${freeName(key, '.yaml', (of) => existsSync(resolve(folder, 'maps', of)))}`;
  const source = { key, ...(name === '' || name === key ? {} : { name }), path, mapping: map };
  return {
    file,
    mapping: { file: map, text: mapping },
    settings: settingsWith(folder, (sources) => [...sources, source]),
    source: key,
    pathBefore: null,
    folders: [...foldersFor(folder, file), ...foldersFor(folder, map)],
  };
};

/**
 * A further file of a source that is there, under a name that the source's path takes.
 *
 * A path that names one file is widened to take others that begin as it does, unless there are such already: nobody has
 * said what those are.
 */
export const planFurtherFile = (ground: Ground, source: Source, fileName: string): Placing => {
  const { folder } = ground;
  const full = pathIn(ground, source.path);
  const isFolder = existsSync(full) && statSync(full).isDirectory();
  const plain = { mapping: null, source: source.key, pathBefore: null, settings: null };
  const at = (path: string): Pick<Placing, 'file' | 'folders'> => {
    const file = relative(folder, path);
    return { file, folders: foldersFor(folder, file) };
  };
  if (isFolder) return { ...plain, ...at(resolve(full, freeIn(ground, full, stemOf(fileName), endingOf(fileName)))) };
  const [front = '', behind = ''] = full.includes('*') ? patternOf(full) : [stemOf(basename(full)), endingOf(full)];
  const place = dirname(full);
  const taken = front !== '' && fileName.startsWith(front) && fileName.endsWith(behind);
  const stem = taken
    ? fileName.slice(0, fileName.length - behind.length)
    : [front, slugOf(stemOf(fileName)) ?? 'more'].filter((part) => part !== '').join('-');
  const free = at(resolve(place, freeIn(ground, place, stem, behind)));
  if (full.includes('*')) return { ...plain, ...free };
  const wide = `${source.path.slice(0, source.path.length - basename(full).length)}${front}*${behind}`;
  return { ...plain, ...free, settings: widened(ground, source, wide, front, behind), pathBefore: source.path };
};

const widened = (ground: Ground, source: Source, path: string, front: string, behind: string) => {
  const place = dirname(pathIn(ground, path));
  const others = existsSync(place)
    ? readdirSync(place).filter(
        (name) => name.startsWith(front) && name.endsWith(behind) && name !== `${front}${behind}`,
      )
    : [];
  const [other] = others;
  if (other !== undefined) {
    const why = `the source ${source.key} names one file only, and files such as ${other} lie beside it that a wider path would take in too; change its path in ${configurationFile} first`;
    throw new Fault('file-refused', { path: source.path, why });
  }
  return settingsWith(ground.folder, (sources) =>
    sources.map((each) => (Object(each).key === source.key ? { ...Object(each), path } : each)),
  );
};

/** The texts of the settings before and after their sources are changed; everything else in them stays, to the byte. */
const settingsWith = (folder: string, change: (sources: readonly unknown[]) => unknown[]): Placing['settings'] => {
  const before = textOf(folder, configurationFile) ?? '';
  const read = checkDocument(configurationFile, before, Configuration);
  if ('problems' in read) throw new Fault('workspace-problems', { folder, problems: read.problems.map(told) });
  const written = Object(read.written);
  const sources: unknown[] = Array.isArray(written.sources) ? written.sources : [];
  return { before, after: rewritten(before, { ...written, sources: change(sources) }) };
};

export const refuseTaken = ({ sources }: Pick<Configuration, 'sources'>, key: string): void => {
  const taken = (of: string): boolean => sources.some((source) => source.key === of);
  if (taken(key)) throw new Fault('source-taken', { source: key, free: freeKey({ sources }, key) });
};

/** A key that no source has, as near to a name as can be. */
export const freeKey = ({ sources }: Pick<Configuration, 'sources'>, name: string): string =>
  freeName(slugOf(name) ?? 'log', '', (of) => sources.some(({ key }) => key === of));

const pathIn = ({ folder, dataFolder }: Ground, path: string): string =>
  resolve(folder, path.replaceAll(dataFolderWord, dataFolder ?? ''));

const patternOf = (path: string): readonly string[] => {
  const parts = basename(path).split('*');
  return [parts[0] ?? '', parts.slice(1).join('')];
};

const freeIn = (ground: Ground, place: string, stem: string, ending: string): string =>
  freeName(stem, ending, (name) => isTaken(ground, resolve(place, name)));

const isTaken = ({ folder, held }: Ground, path: string): boolean =>
  existsSync(path) || held.has(relative(folder, path));

const freeName = (stem: string, ending: string, taken: (name: string) => boolean): string => {
  let name = `${stem}${ending}`;
  for (let copy = 2; taken(name); copy++) name = `${stem}-${copy}${ending}`;
  return name;
};

/** `.csv`, and of a packed file `.csv.gz`. */
const endingOf = (name: string): string => {
  const last = extname(name);
  return last === '.gz' ? `${extname(basename(name, last))}${last}` : last;
};

export const stemOf = (name: string): string => basename(name).slice(0, basename(name).length - endingOf(name).length);
