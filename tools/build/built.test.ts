import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

type Built = typeof import('../../bin/built.mjs');

/** The state of sources that stand in a folder of that name. */
const standingIn = async (name: string): Promise<{ state: Built['stateOfSources']; write: (file: string) => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = join(folder, name);
  const write = (file: string): void => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), '{}');
  };
  for (const file of ['package.json', 'package-lock.json', 'src/a.ts', 'src/fixtures/b.ts', 'src/c.test.ts'])
    write(file);
  mkdirSync(join(root, 'bin'));
  cpSync(join(import.meta.dirname, '..', '..', 'bin', 'built.mjs'), join(root, 'bin', 'built.mjs'));
  const { stateOfSources } = (await import(pathToFileURL(join(root, 'bin', 'built.mjs')).href)) as Built;
  return { state: stateOfSources, write };
};

test.each(['throughline', 'fixtures', 'a.test.ts'])('sources in a folder named %s are told apart', async (name) => {
  const { state, write } = await standingIn(name);
  const before = state();
  expect(before.split('\n').map((line) => line.split(' ')[0])).toEqual([
    join('src', 'a.ts'),
    'package.json',
    'package-lock.json',
    '',
  ]);
  write('src/deep/d.ts');
  expect(state()).not.toBe(before);
});

test('what only tests need is no part of the program', async () => {
  const { state, write } = await standingIn('throughline');
  const before = state();
  write('src/deep/fixtures/d.ts');
  write('src/deep/d.test.ts');
  expect(state()).toBe(before);
});
