import { spawnSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { isBuilt } from '../../bin/built.mjs';

const root = join(import.meta.dirname, '..', '..');
const run = (...words: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [...words], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
};
const inSource = (path: string): string => `
  const { main } = await import('./${path}');
  process.exitCode = await main(process.argv.slice(1));`;

beforeAll(() => {
  run('tools/build/main.ts');
});

test.each([['--version'], ['metric', 'list', '--json'], ['schema'], ['profile', '--json', 'examples/service-desk']])(
  'what is built says what its sources say: %s',
  (...words) => {
    expect(isBuilt()).toBe(true);
    expect(run('-e', inSource('build/program.mjs'), '--', ...words)).toBe(
      run('-e', inSource('src/cli/main.ts'), '--', ...words),
    );
  },
);

test('what was built from other sources is not used', () => {
  const source = join(root, 'src', 'cli', 'main.ts');
  const { atimeMs, mtimeMs } = statSync(source);
  utimesSync(source, atimeMs / 1000, mtimeMs / 1000 + 5);
  expect(isBuilt()).toBe(false);
  utimesSync(source, atimeMs / 1000, mtimeMs / 1000);
});

test('what is built is not built again', () => {
  const before = statSync(join(root, 'build', 'sources')).mtimeMs;
  run('tools/build/main.ts');
  expect(statSync(join(root, 'build', 'sources')).mtimeMs).toBe(before);
});
