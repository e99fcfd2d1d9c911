import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { writeBetween } from './page.ts';
import { merged, Result, readResults, table, writeResults, wrongTable } from './results.ts';

/**
 * Runs the full-size proofs, two files at a time, and keeps what came of each in docs/reference/trust.md; ends with 1
 * when one failed.
 *
 * Words after the command choose files, as with the test runner. What did not run keeps the result it had, with its day
 * and the state of the code it ran on.
 */
const root = join(import.meta.dirname, '..', '..');
const kept = join(import.meta.dirname, 'results.json');

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          meta: Result.pick({ wrong: true }),
        }),
      ),
    }),
  ),
});

/** The commit, with a plus where files were changed since. */
const stateOfCode = (): string => {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src', 'test') ? '+' : ''}`;
  } catch {
    return 'no commit';
  }
};

const run = (files: readonly string[]): { results: Result[]; status: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-trust-'));
  const file = join(folder, 'report.json');
  const code = stateOfCode();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'full', ...reporters, ...files], {
      cwd: root,
      stdio: 'inherit',
    });
    return { results: resultsIn(file, code), status: status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const resultsIn = (report: string, code: string): Result[] =>
  Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration, meta }) => ({
      ...meta,
      file: relative(root, name),
      name: fullName,
      status,
      seconds: Math.round((duration ?? 0) / 1000),
      day: new Date().toISOString().slice(0, 10),
      code,
    })),
  );

const keep = (now: readonly Result[]): void => {
  const results = merged(readResults(kept), now);
  writeResults(kept, results);
  writeBetween('results', table(results));
  writeBetween('formulas', wrongTable(results));
};

const chosen = process.argv.slice(2);
const files = globSync('test/full/*.test.ts', { cwd: root })
  .filter((file) => chosen.length === 0 || chosen.some((word) => file.includes(word)))
  .toSorted();
// Two files at a time, and kept as soon as they ended: hours of work are not lost with the last of them.
for (let at = 0; at < files.length; at += 2) {
  const { results, status } = run(files.slice(at, at + 2));
  keep(results);
  if (status !== 0) process.exitCode = 1;
}
