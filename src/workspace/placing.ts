import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { whyRefused } from '#model/errno.ts';
import { Fault } from '#model/fault.ts';
import { alike } from '#store/canonical.ts';
import { configurationFile } from './load.ts';
import { rewritten } from './rewritten.ts';
import { replaceFile, unfinished } from './write-file.ts';
import { readYaml } from './yaml-text.ts';

/** What is written into a workspace for one file of evidence, planned before any of it is. */
export const Placing = z.object({
  /** Where the file goes, from the workspace's folder: as it is named in the evidence. */
  file: z.string(),
  /** The mapping that is written with it, if it has one of its own. */
  mapping: z.object({ file: z.string(), text: z.string() }).nullable(),
  /** The settings before and after; null where they name the file already. */
  settings: z.object({ before: z.string(), after: z.string() }).nullable(),
  /** The source that is added, or whose path is widened from what it was. */
  source: z.string(),
  pathBefore: z.string().nullable(),
  /** Folders that are made for it. */
  folders: z.array(z.string()),
});
export type Placing = z.infer<typeof Placing>;

/**
 * Where a file lies that is placed already; undefined while it is still held where it was handed over.
 *
 * What lies at its place while it is held elsewhere is somebody else's file, and is neither read nor moved.
 */
export const placedAt = (folder: string, { file }: Placing, held: string | undefined): string | undefined => {
  const path = resolve(folder, file);
  return existsSync(path) && (held === undefined || isCopy(held, path)) ? path : undefined;
};

/**
 * Moves a file to its place and writes what names it, the settings last: until then nobody looks at the rest.
 *
 * Each step may be done already, by a process that was killed after it. What cannot be written is a fault, and leaves the
 * steps before it done: they are to be taken back.
 */
export const place = (folder: string, placing: Placing, from: string): void => {
  const to = resolve(folder, placing.file);
  const { mapping, settings } = placing;
  if (from !== to) moved(from, to, statSync(join(folder, configurationFile)).mode);
  if (mapping && textOf(folder, mapping.file) !== mapping.text) written(folder, mapping.file, null, mapping.text);
  if (settings && textOf(folder, configurationFile) !== settings.after) {
    written(folder, configurationFile, settings.before, settings.after);
  }
};

/**
 * Takes out again what was placed, as it was; answers what somebody changed since and therefore stays, a sentence each.
 *
 * The file goes back to where it came from, because it may be all that its owner has of it here. `needed` is another file
 * whose rows nobody would find any more without what was written for this one.
 */
export const takeBack = (folder: string, placing: Placing, to: string, needed: string | undefined): string[] => {
  const { mapping, settings } = placing;
  const stays: string[] = [];
  const isNeeded = settings !== null && needed !== undefined && isNamed(folder, placing.source);
  if (isNeeded) {
    stays.push(
      `${configurationFile} keeps ${placing.source} as it is, with its mapping: ${needed} is read by it, too.`,
    );
  } else if (settings && !settingsBack(folder, placing, settings)) {
    stays.push(`${configurationFile} names ${placing.source} in another way by now, and stays as it is.`);
  }
  const settled = textOf(folder, configurationFile) ?? '';
  if (mapping && !isNeeded && textOf(folder, mapping.file) !== undefined) {
    if (textOf(folder, mapping.file) === mapping.text && !settled.includes(mapping.file)) {
      rmSync(join(folder, mapping.file));
    } else stays.push(`${mapping.file} was changed since, or is named by another source, and stays.`);
  }
  const file = resolve(folder, placing.file);
  if (!existsSync(to)) {
    if (existsSync(file)) moved(file, to, 0o600);
  } else if (existsSync(file)) {
    if (isCopy(to, file)) rmSync(file);
    else stays.push(`${placing.file} is another file by now, and stays.`);
  }
  rmSync(arriving(file), { force: true });
  for (const made of placing.folders.toReversed()) removedIfEmpty(join(folder, made));
  return stays;
};

/**
 * Whether the settings say again what they said; what others changed in them since stays changed.
 *
 * So does a source that is not as it was written: it is somebody's own by now, or was so all along.
 */
const settingsBack = (
  folder: string,
  { source, pathBefore }: Placing,
  { before, after }: NonNullable<Placing['settings']>,
): boolean => {
  const now = textOf(folder, configurationFile) ?? '';
  if (now === before) return true;
  if (now === after) {
    written(folder, configurationFile, now, before);
    return true;
  }
  const { fields, sources } = sourcesIn(now);
  const ours = named(sourcesIn(after).sources, source);
  const found = named(sources, source);
  if (found === undefined) return fields !== undefined;
  const isWritten = pathBefore === null ? alike(found, ours) : Object(found).path === Object(ours).path;
  if (!isWritten) return pathBefore !== null && Object(found).path === pathBefore;
  const back = sources.flatMap((each) => {
    if (each !== found) return [each];
    return pathBefore === null ? [] : [{ ...Object(each), path: pathBefore }];
  });
  written(folder, configurationFile, now, rewritten(now, { ...fields, sources: back }));
  return true;
};

const isNamed = (folder: string, source: string): boolean =>
  named(sourcesIn(textOf(folder, configurationFile) ?? '').sources, source) !== undefined;

const named = (sources: readonly unknown[], source: string): unknown =>
  sources.find((each) => Object(each).key === source);

/** What settings say, and their sources as they are written; nothing of settings that cannot be read. */
const sourcesIn = (text: string): { readonly fields: object | undefined; readonly sources: readonly unknown[] } => {
  const read = readYaml(configurationFile, text);
  if ('problems' in read) return { fields: undefined, sources: [] };
  const fields = Object(read.value);
  return { fields, sources: Array.isArray(fields.sources) ? fields.sources : [] };
};

/** The folders that have to be made before a file can lie at a place, from the workspace's folder. */
export const foldersFor = (folder: string, file: string): string[] => {
  const missing: string[] = [];
  for (let at = dirname(resolve(folder, file)); !existsSync(at); at = dirname(at))
    missing.unshift(relative(folder, at));
  return missing;
};

/** The text of a file of the workspace; undefined where there is none. */
export const textOf = (folder: string, file: string): string | undefined =>
  existsSync(join(folder, file)) ? new TextDecoder().decode(readFileSync(join(folder, file))) : undefined;

const written = (folder: string, file: string, before: string | null, text: string): void =>
  refusing(join(folder, file), () => replaceFile(join(folder, file), before, text));

/** Whether a file is what a move to another disk has left on both of them: it has the time of the first, to the millisecond. */
const isCopy = (from: string, to: string): boolean => {
  const [one, other] = [statSync(from), statSync(to)];
  return one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < 1;
};

/**
 * Moves a file, and never over another one.
 *
 * On another disk it is copied first; its time stays, by which it is known to be the same file.
 */
const moved = (from: string, to: string, mode: number): void =>
  refusing(to, () => {
    mkdirSync(dirname(to), { recursive: true });
    if (existsSync(to)) {
      if (!isCopy(from, to)) throw new Fault('file-refused', { path: to, why: 'another file lies there by now' });
      rmSync(from);
      chmodSync(to, mode & 0o666);
      return;
    }
    try {
      renameSync(from, to);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      copied(from, to);
      rmSync(from);
    }
    chmodSync(to, mode & 0o666);
  });

/** There at once and whole: until then it has a name that begins with a dot, by which no source finds it. */
const copied = (from: string, to: string): void => {
  const { atime, mtime } = statSync(from);
  try {
    copyFileSync(from, arriving(to));
    utimesSync(arriving(to), atime, mtime);
    renameSync(arriving(to), to);
  } finally {
    rmSync(arriving(to), { force: true });
  }
};

const arriving = (path: string): string => join(dirname(path), `.${basename(path)}${unfinished}`);

const refusing = (path: string, write: () => void): void => {
  try {
    write();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof Fault || code === undefined) throw error;
    throw new Fault('file-refused', { path, why: code === 'EEXIST' ? whyRefused('ENOTDIR') : whyRefused(code) });
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const removedIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something into it, or it is gone already.
  }
};
