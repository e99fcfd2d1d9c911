import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolderWord, Source } from './configuration.ts';
import { folderWith } from './fixtures/folder.ts';
import { dataFolderOf, filesOf } from './source-files.ts';

const source = (path: string) => Source.parse({ key: 'desk', path, mapping: 'maps/desk.yaml' });

const files = {
  'in/b.csv': '',
  'in/a.csv': '',
  'in/c.txt': '',
  'in/.d.csv': '',
  'in/deep/e.csv': '',
  'in/a+b.csv': '',
};

test.each([
  ['one file', 'in/b.csv', ['b.csv']],
  ['the files of a folder in order, none hidden and none below', 'in', ['a+b.csv', 'a.csv', 'b.csv', 'c.txt']],
  ['the files that a star stands for', 'in/*.csv', ['a+b.csv', 'a.csv', 'b.csv']],
  ['the files that two stars stand for', 'in/*.*t', ['c.txt']],
  ['a name as it is, not as a pattern', 'in/a+*.csv', ['a+b.csv']],
  ['files of the data folder', `${dataFolderWord}/b.csv`, ['b.csv']],
])('a source has %s', (_, path, expected) => {
  const folder = folderWith(files);
  expect(filesOf(source(path), folder, join(folder, 'in')).map((file) => basename(file))).toEqual(expected);
});

test.each([
  ['a file that is not there', 'in/c.csv', 'source-missing', 'a.csv'],
  ['a star that stands for nothing', 'in/*.xes', 'source-missing', undefined],
  ['a folder with no file', 'in/deep/none', 'source-missing', undefined],
])('a source is refused for %s', (_, path, code, closest) => {
  const folder = folderWith(files);
  expect(() => filesOf(source(path), folder, undefined)).toThrow(
    expect.objectContaining({ code, detail: expect.objectContaining({ closest }) }),
  );
});

test('a source is refused for a data folder that nobody set', () => {
  expect(() => filesOf(source(`${dataFolderWord}/b.csv`), folderWith(files), undefined)).toThrow(
    /needs \$\{dataFolder\}.*Set dataFolder in throughline.yaml/,
  );
});

test.each([
  ['what throughline.yaml says', '../evidence', undefined, '/srv/evidence'],
  ['what is handed in before that', '../evidence', '/elsewhere', '/elsewhere'],
  ['what throughline.yaml says when nothing is handed in', '../evidence', '', '/srv/evidence'],
  ['none when nobody says', undefined, undefined, undefined],
])('the data folder is %s', (_, dataFolder, override, expected) => {
  expect(dataFolderOf('/srv/acme', { dataFolder }, override)).toBe(expected);
});
