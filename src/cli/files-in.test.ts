import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesIn, isWorkspace } from './files-in.ts';

const folderOf = (...files: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
};

const names = (files: ReturnType<typeof filesIn>): string[] => files.map(({ name }) => name);

test('of a folder those files are meant that describe a catalogue, or are of the format that is asked for', () => {
  const folder = folderOf(
    'b/catalog-info.yaml',
    'a/x/catalog-info.yml',
    'L1.yaml',
    'm.XML',
    'node_modules/c/catalog-info.yaml',
    '.git/catalog-info.yaml',
  );
  expect(names(filesIn([folder], undefined))).toEqual(['a/x/catalog-info.yml', 'b/catalog-info.yaml']);
  expect(names(filesIn([folder], 'capability-catalogue'))).toEqual([
    'L1.yaml',
    'a/x/catalog-info.yml',
    'b/catalog-info.yaml',
  ]);
  expect(names(filesIn([folder], 'archimate'))).toEqual(['m.XML']);
  expect(names(filesIn([join(folder, 'L1.yaml')], undefined))).toEqual(['L1.yaml']);
});

test('a folder in which nothing is meant is refused, and one with settings is a workspace', () => {
  const folder = folderOf('notes.txt');
  expect(() => filesIn([folder], undefined)).toThrow('catalog-info.yaml, or a workspace');
  expect([isWorkspace(folder), isWorkspace(folderOf('throughline.yaml'))]).toEqual([false, true]);
});
