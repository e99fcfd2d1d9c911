import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { type CheckedDocument, checkDocument, type ReadYaml } from './check-document.ts';
import { Configuration } from './configuration.ts';
import { readModelFiles, type StatedModel } from './model-files.ts';
import { inOrder, type Problem } from './problem.ts';
import { problemAt } from './yaml-text.ts';

export const configurationFile = 'throughline.yaml';

/** A workspace's folder as its files state it. `maps` are the files under maps/, by their path from the folder. */
export type Workspace<M> = StatedModel & {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly maps: ReadonlyMap<string, CheckedDocument<M>>;
};

type Problems = { readonly problems: readonly Problem[] };

/**
 * Reads a workspace's folder whole: throughline.yaml, every YAML file under model/ and under maps/.
 *
 * Either all of it is right, or every problem in any file is told at once. Maps are held against the schema given, because
 * what a map may say is not this folder's business. A folder without throughline.yaml is a fault, not a problem in a file.
 */
export const loadWorkspace = <M>(
  folder: string,
  mapping: z.ZodType<M>,
  readModel?: ReadYaml,
): Workspace<M> | Problems => {
  const settings = readUtf8(folder, configurationFile);
  if (settings === undefined) throw new Fault('not-a-workspace', { folder, exists: existsSync(folder) });
  const problems: Problem[] = [];
  const keep = <T extends object>(read: T | Problems): T | undefined => {
    if (!('problems' in read)) return read;
    problems.push(...read.problems);
    return undefined;
  };

  const configuration = keep(
    parsed(configurationFile, settings, (text) => checkDocument(configurationFile, text, Configuration)),
  );
  const maps = yamlFilesIn(folder, 'maps').map((file) =>
    keep(parsed(file, readUtf8(folder, file), (text) => checkDocument(file, text, mapping))),
  );
  const texts = yamlFilesIn(folder, 'model').map((file) =>
    keep(parsed(file, readUtf8(folder, file), (text) => ({ file, text }))),
  );
  const read = texts.filter((text) => text !== undefined);
  const model = read.length === texts.length ? keep(readModelFiles(read, readModel)) : undefined;
  if (configuration && problems.length === 0 && model) {
    const known = new Map(maps.flatMap((map) => (map ? [[map.file, map] as const] : [])));
    problems.push(...misplaced(configuration, [...known.keys()]));
    if (problems.length === 0) return { folder, configuration: configuration.value, ...model, maps: known };
  }
  return { problems: inOrder(problems) };
};

/** Sources that name a map which is not there. */
const misplaced = (document: CheckedDocument<Configuration>, maps: readonly string[]): Problem[] =>
  document.value.sources.flatMap(({ mapping }, n) => {
    if (maps.includes(mapping)) return [];
    const expected = 'a file under maps/, such as maps/jira.yaml';
    const what = { found: JSON.stringify(mapping), expected, closest: closest(mapping, maps) };
    return [problemAt(document.file, document, ['sources', n, 'mapping'], what)];
  });

/** The text of a file, undefined when there is none, or null when it is not UTF-8. */
const readUtf8 = (folder: string, file: string): string | null | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
  } catch (error) {
    if (error instanceof TypeError) return null;
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const parsed = <T>(
  file: string,
  text: string | null | undefined,
  parse: (text: string) => T | Problems,
): T | Problems =>
  typeof text === 'string'
    ? parse(text)
    : { problems: [{ file, line: 1, column: 1, path: '', found: 'other bytes', expected: 'text in UTF-8' }] };

/** The YAML files below a folder of the workspace, in order of their paths, which are written with / everywhere. */
export const yamlFilesIn = (folder: string, part: 'model' | 'maps'): string[] => {
  try {
    return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ya?ml$/.test(file) && !file.split(sep).some((step) => step.startsWith('.')))
      .map((file) => [part, ...file.split(sep)].join('/'))
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};
