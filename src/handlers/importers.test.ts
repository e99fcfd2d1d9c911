import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importerFor, importerOf } from './importers.ts';

test('a folder is no log, and is told to be one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(() => importerFor(folder)).toThrow(`${folder} cannot be read: it is a folder; name a file in it.`);
  writeFileSync(join(folder, 'a.csv'), 'a,b\n');
  expect(importerFor(join(folder, 'a.csv')).id).toBe('csv');
});

test('an importer that is none is told with the one that was meant', () => {
  expect(() => importerOf({ key: 'log', importer: 'cvs' }, 'log.csv')).toThrow(
    'throughline.yaml, the importer of the source log: found "cvs", which is no importer. Did you mean csv?',
  );
});
