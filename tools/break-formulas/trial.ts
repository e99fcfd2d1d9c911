import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { harmless } from './harmless.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { type Case, casesOf } from './stand-in.ts';

/** What became of the wrong formulas of one metric. */
export type Outcome = {
  readonly metric: string;
  readonly killed: number;
  /** Those no case noticed. */
  readonly survived: readonly Mutant[];
  /** Those known to be no mistake, with the reason why. */
  readonly harmless: number;
};

const metrics = join(import.meta.dirname, '..', '..', 'src', 'metrics');

/** Tries every wrong formula of a metric against the table of cases beside it. */
export const tryMetric = async (metric: string): Promise<Outcome> => {
  const file = join(metrics, `${metric.replace('.', '/')}.ts`);
  const source = readFileSync(file, 'utf8');
  const load = loading(pathToFileURL(file).href);
  const right = await failure(await load(source));
  if (right !== undefined) throw new Error(`the right formula of ${metric} fails: ${right}`);
  const survived: Mutant[] = [];
  let killed = 0;
  let excused = 0;
  for (const mutant of mutantsOf(source)) {
    if (harmless[metric]?.[mutant.after] !== undefined) {
      excused++;
      continue;
    }
    const why = await failure(await load(mutant.source));
    if (why === undefined) survived.push(mutant);
    else if (!isNonsense(why)) killed++;
  }
  return { metric, killed, survived, harmless: excused };
};

/** What the database cannot read is no formula, and noticing it no merit. */
const isNonsense = (why: string): boolean => /(?:Parser|Binder|Catalog) Error/.test(why);

const failure = async (cases: readonly Case[]): Promise<string | undefined> => {
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      return `${error instanceof Error ? error.message : String(error)} (${name})`;
    }
  }
  return undefined;
};

/**
 * Loads the cases of a metric with another text in place of its file; nothing is written anywhere.
 *
 * The fixtures are loaded once, so a log is built once for all formulas.
 */
const loading = (metric: string): ((source: string) => Promise<Case[]>) => {
  const sources: string[] = [];
  const standIn = new URL('stand-in.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'vitest') return { url: standIn, shortCircuit: true };
      const found = next(specifier, context);
      const number = /\?mutant=\d+$/.exec(context.parentURL ?? '')?.[0] ?? '';
      return found.url === metric ? { ...found, url: `${metric}${number}` } : found;
    },
    load: (url, context, next) => {
      const [file, number] = url.split('?mutant=');
      if (file !== metric || number === undefined) return next(url, context);
      return { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(sources[Number(number)] ?? '') };
    },
  });
  return (source) => {
    const number = sources.push(source) - 1;
    return casesOf(() => import(`${metric.replace(/\.ts$/, '.test.ts')}?mutant=${number}`));
  };
};
