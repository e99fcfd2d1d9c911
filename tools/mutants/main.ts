import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeBetween } from '../trust/page.ts';
import { type Changed, merged, readResults, table, writeResults } from './results.ts';
import { filesOf, testsOf } from './tests-of.ts';

/**
 * Changes the code of src in every way that Stryker knows, one change at a time, and says which of them the tests of the
 * same shelf do not notice. How many there were is kept in docs/reference/trust.md.
 *
 * Words after the command are folders or files; without any it is the rules of the model and of conformance, which takes
 * hours. Each file is a run of its own, and kept as soon as it is over. Texts are left as they are.
 */
const root = join(import.meta.dirname, '..', '..');
const kept = join(import.meta.dirname, 'results.json');

const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.number() }) }),
        }),
      ),
    }),
  ),
});

type Mutant = z.infer<typeof Report>['files'][string]['mutants'][number];

const isNoticed = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
const isTried = (mutant: Mutant): boolean => isNoticed(mutant) || ['Survived', 'NoCoverage'].includes(mutant.status);

/** What became of one file; undefined where it has nothing to change, or no test. */
const change = (file: string): Changed | undefined => {
  const tests = testsOf(file);
  if (tests.length === 0) {
    process.stdout.write(`${file}: no test of its shelf reaches it\n`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'throughline-mutants-'));
  try {
    const config = join(folder, 'stryker.json');
    const own = { jsonReporter: { fileName: join(folder, 'report.json') }, tempDirName: join(folder, 'copy') };
    const shared: object = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.json'), 'utf8'));
    // Without a list of its own the runner would try what runs as a file is loaded against every test there is.
    const runner = join(folder, 'vitest.config.mjs');
    writeFileSync(runner, `export default { test: { include: ${JSON.stringify(tests)}, testTimeout: 120_000 } };`);
    writeFileSync(
      config,
      JSON.stringify({ ...shared, ...own, mutate: [file], vitest: { configFile: runner, related: false } }),
    );
    spawnSync('npx', ['stryker', 'run', config], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    return told(file, Report.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const told = (file: string, { files }: z.infer<typeof Report>): Changed => {
  const [found] = Object.values(files);
  const tried = (found?.mutants ?? []).filter(isTried);
  const missed = tried.filter((mutant) => !isNoticed(mutant));
  const lines = found?.source.split('\n') ?? [];
  const noticed = tried.length - missed.length;
  process.stdout.write(`${file}: ${noticed} of ${tried.length} changes noticed\n`);
  for (const { mutatorName, replacement = '', location, status } of missed) {
    const { line } = location.start;
    process.stdout.write(`  ${line} ${status} ${mutatorName}: ${lines[line - 1]?.trim()}  →  ${replacement}\n`);
  }
  return { file, changes: tried.length, noticed, day: new Date().toISOString().slice(0, 10) };
};

const asked = process.argv.slice(2);
const paths = asked.length > 0 ? asked : ['src/model', 'src/conformance'];
for (const file of paths.flatMap(filesOf)) {
  const result = change(file);
  if (result === undefined) continue;
  const results = merged(readResults(kept), [result]);
  writeResults(kept, results);
  writeBetween('mutants', table(results));
}
