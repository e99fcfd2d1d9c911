import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { replaceFile } from './write-file.ts';

test.each([
  ['in the place of another', { 'a.yaml': 'old\n' }, 'old\n', 'new\n'],
  ['where there was none, in a folder that is made', {}, null, 'new\n'],
  ['with the mark of byte order that the file had', { 'a.yaml': '\u{FEFF}old\n' }, 'old\n', '\u{FEFF}new\n'],
])('a file is put %s', (_, files, before, expected) => {
  const folder = folderWith(files);
  const path = before === null ? join(folder, 'model', 'a.yaml') : join(folder, 'a.yaml');
  replaceFile(path, before, 'new\n');
  expect(readFileSync(path, 'utf8')).toBe(expected);
  expect(readdirSync(join(path, '..'))).toEqual(['a.yaml']);
});

test.each([
  ['says something else by now', { 'a.yaml': 'newer\n' }, 'old\n'],
  ['is gone', {}, 'old\n'],
  ['came to be meanwhile', { 'a.yaml': 'old\n' }, null],
])('a file is left alone that %s', (_, files, before) => {
  const folder = folderWith(files);
  expect(() => replaceFile(join(folder, 'a.yaml'), before, 'new\n')).toThrow(/a\.yaml .*somebody changed it meanwhile/);
  expect(readdirSync(folder)).toEqual(Object.keys(files));
});

test('a file keeps who may read it', () => {
  const folder = folderWith({ 'a.yaml': 'old\n' });
  chmodSync(join(folder, 'a.yaml'), 0o640);
  replaceFile(join(folder, 'a.yaml'), 'old\n', 'new\n');
  expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
});
