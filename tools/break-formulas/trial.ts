import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';
import { harmless } from './harmless.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { type Case, casesOf } from './stand-in.ts';
import type { Subject } from './subjects.ts';

/** What became of the wrong formulas of one metric, rule or sign. */
export type Outcome = {
  readonly id: string;
  readonly noticed: number;
  /** Those no case noticed, and for which no reason is known. */
  readonly survived: readonly { readonly before: string; readonly after: string }[];
  /** Those no case noticed because they are no mistake. */
  readonly harmless: number;
  /** Lines that are listed as harmless and are nothing that survived. */
  readonly unused: readonly string[];
};

/** The share of wrong formulas that a table of cases must notice. */
export const least = 0.94;

/** How many wrong formulas there are that are wrong. */
export const variantsOf = ({ noticed, survived }: Outcome): number => noticed + survived.length;

/** Tries every wrong formula of a subject against the table of cases beside it, or `most` of them, spread over its file. */
export const tryAll = async ({ id, file }: Subject, most = Number.POSITIVE_INFINITY): Promise<Outcome> => {
  const source = readFileSync(file, 'utf8');
  const load = loading(pathToFileURL(file).href);
  const right = await failure(await load(source), []);
  if (right !== undefined) throw new Error(`the right formula of ${id} fails: ${right}`);
  const reasons = harmless[id] ?? {};
  const unused = new Set(Object.keys(reasons));
  const survived: Mutant[] = [];
  const sharp: string[] = [];
  let [noticed, excused] = [0, 0];
  for (const mutant of some(mutantsOf(source).filter(isOfTable), most)) {
    const cases = await load(mutant.source).catch(notRead);
    if (cases === undefined) continue;
    const why = await failure(cases, sharp);
    if (why !== undefined) noticed += isNonsense(why) ? 0 : 1;
    else if (reasons[mutant.after] === undefined) survived.push(mutant);
    else {
      excused++;
      unused.delete(mutant.after);
    }
  }
  const lines = survived.map(({ before, after }) => ({ before, after }));
  return { id, noticed, survived: lines, harmless: excused, unused: Number.isFinite(most) ? [] : [...unused] };
};

/** When and with which team a case began is asked of all rules by one test of their shelf, and by no table of cases. */
const isOfTable = ({ before }: Mutant): boolean => !before.includes('pressed(ground');

const some = <T>(list: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)] as T);
};

/** What the database cannot read is no formula, and noticing it no merit. */
const isNonsense = (why: string): boolean => /(?:Parser|Binder|Catalog) Error/.test(why);

/** Code that nothing can read is no formula either. */
const notRead = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_TYPESCRIPT_SYNTAX') return undefined;
  throw error;
};

/** What the first case that fails says. `sharp` names the cases that noticed most lately; they are tried first. */
const failure = async (cases: readonly Case[], sharp: string[]): Promise<string | undefined> => {
  const rank = ({ name }: Case): number => sharp.indexOf(name);
  for (const { name, run } of cases.toSorted((a, b) => rank(b) - rank(a))) {
    try {
      await run();
    } catch (error) {
      sharp.splice(0, sharp.length, ...sharp.filter((other) => other !== name), name);
      return `${error instanceof Error ? error.message : String(error)} (${name})`;
    }
  }
  return undefined;
};

/**
 * Loads the cases of a subject with another text in place of its file; nothing is written anywhere.
 *
 * The fixtures are loaded once, so a log is built once for all formulas.
 */
const loading = (subject: string): ((source: string) => Promise<Case[]>) => {
  const sources: string[] = [];
  const standIn = new URL('stand-in.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'vitest') return { url: standIn, shortCircuit: true };
      const found = next(specifier, context);
      const number = /\?mutant=\d+$/.exec(context.parentURL ?? '')?.[0] ?? '';
      return found.url === subject ? { ...found, url: `${subject}${number}` } : found;
    },
    load: (url, context, next) => {
      const [file, number] = url.split('?mutant=');
      if (file !== subject || number === undefined) return next(url, context);
      return { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(sources[Number(number)] ?? '') };
    },
  });
  return (source) => {
    const number = sources.push(source) - 1;
    return casesOf(() => import(`${subject.replace(/\.ts$/, '.test.ts')}?mutant=${number}`));
  };
};
