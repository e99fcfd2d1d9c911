import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What came of one full-size proof: when it ran, on which state of the code, and how long it took, in seconds. */
export const Result = z.object({
  file: z.string(),
  name: z.string(),
  status: z.string(),
  seconds: z.number(),
  day: z.iso.date(),
  code: z.string(),
  /** Of a proof that breaks formulas: what it broke, and how many of the wrong ones were noticed. */
  wrong: z.object({ of: z.string(), variants: z.number(), noticed: z.number(), harmless: z.number() }).optional(),
});

export type Result = z.infer<typeof Result>;

/**
 * The results of the proofs that ran now take the place of what their files said before; files that did not run keep theirs,
 * and so do proofs that were passed over because others of their file were named.
 */
export const merged = (before: readonly Result[], now: readonly Result[]): Result[] => {
  const files = new Set(now.map(({ file }) => file));
  const passedOver = new Set(now.filter(isPassedOver).map(nameOf));
  const kept = before.filter((result) => !files.has(result.file) || passedOver.has(nameOf(result)));
  return [...kept, ...now.filter((result) => !isPassedOver(result))].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
};

const nameOf = ({ file, name }: Result): string => `${file} ${name}`;

/** The test runner has two words for it. */
const isPassedOver = ({ status }: Result): boolean => status === 'skipped' || status === 'pending';

/** More results of one file, all run together and passed, are told in one line. */
const fewLines = 5;

export const table = (results: readonly Result[]): string =>
  [
    '| what is proved | result | took | run on | where |',
    '|---|---|---|---|---|',
    ...[...Map.groupBy(results, ({ file }) => file).values()].flatMap((ofFile) => together(ofFile).map(line)),
  ].join('\n');

/** Which share of the wrong formulas of each metric, rule and sign its cases notice. */
export const wrongTable = (results: readonly Result[]): string =>
  [
    '| of | wrong formulas | noticed | | harmless |',
    '|---|---|---|---|---|',
    ...results.flatMap(({ wrong }) => (wrong ? [wrongLine(wrong)] : [])),
  ].join('\n');

const wrongLine = ({ of, variants, noticed, harmless }: NonNullable<Result['wrong']>): string =>
  `| ${of} | ${variants} | ${noticed} | ${variants === 0 ? '' : `${Math.floor((100 * noticed) / variants)} %`} | ${harmless} |`;

const line = ({ file, name, status, seconds, day, code }: Result): string =>
  `| ${name} | ${status} | ${seconds} s | ${day}, ${code} | \`${file}\` |`;

const together = (results: readonly Result[]): readonly Result[] => {
  const [first] = results;
  if (!first || results.length <= fewLines || results.some(({ status }) => status !== 'passed')) return results;
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  return [{ ...first, name: `${results.length} checks, among them: ${first.name}`, seconds }];
};

export const readResults = (file: string): Result[] => z.array(Result).parse(JSON.parse(readFileSync(file, 'utf8')));

export const writeResults = (file: string, results: readonly Result[]): void =>
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
