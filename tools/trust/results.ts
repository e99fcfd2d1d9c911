import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What came of one full-size proof: when it ran, on which state of the code, and how long it took, in seconds. */
const Result = z.object({
  file: z.string(),
  name: z.string(),
  status: z.string(),
  seconds: z.number(),
  day: z.iso.date(),
  code: z.string(),
});

export type Result = z.infer<typeof Result>;

/** The results of the proofs that ran now take the place of what their files said before; files that did not run keep theirs. */
export const merged = (before: readonly Result[], now: readonly Result[]): Result[] => {
  const ran = new Set(now.map(({ file }) => file));
  return [...before.filter(({ file }) => !ran.has(file)), ...now].sort((a, b) =>
    `${a.file} ${a.name}` < `${b.file} ${b.name}` ? -1 : 1,
  );
};

export const table = (results: readonly Result[]): string =>
  [
    '| what is proved | result | took | run on | where |',
    '|---|---|---|---|---|',
    ...results.map(
      ({ file, name, status, seconds, day, code }) =>
        `| ${name} | ${status} | ${seconds} s | ${day}, ${code} | \`${file}\` |`,
    ),
  ].join('\n');

export const readResults = (file: string): Result[] => z.array(Result).parse(JSON.parse(readFileSync(file, 'utf8')));

export const writeResults = (file: string, results: readonly Result[]): void =>
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
