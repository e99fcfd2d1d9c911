import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';

/**
 * Runs the full-size tests and writes what came of them to docs/reference/trust.md; ends as the tests end.
 *
 * Words after the command name files, as with the test runner; the page is only written when all of them ran.
 */
const root = join(import.meta.dirname, '..', '..');

const Report = z.object({
  success: z.boolean(),
  startTime: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

const run = (files: readonly string[]): { report: z.infer<typeof Report> | undefined; status: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-trust-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'full', ...reporters, ...files], {
    cwd: root,
    stdio: 'inherit',
  });
  try {
    return { report: Report.parse(JSON.parse(readFileSync(file, 'utf8'))), status: status ?? 1 };
  } catch {
    return { report: undefined, status: status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const page = ({ startTime, testResults }: z.infer<typeof Report>): string => {
  const rows = testResults
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(
        ({ fullName, status, duration }) =>
          `| ${fullName} | ${status} | ${Math.round((duration ?? 0) / 1000)} s | \`${relative(root, name)}\` |`,
      ),
    );
  return `# Trust: the full-size runs

Written by \`npm run test:full\` on ${new Date(startTime).toISOString().slice(0, 10)}, with Node ${process.versions.node} on ${process.platform}-${process.arch}. The same tests run in small sizes with every \`npm test\`.

| what is proved | result | took | where |
|---|---|---|---|
${rows.join('\n')}
`;
};

const files = process.argv.slice(2);
const { report, status } = run(files);
if (report && files.length === 0) writeFileSync(join(root, 'docs/reference/trust.md'), page(report));
process.exitCode = status;
