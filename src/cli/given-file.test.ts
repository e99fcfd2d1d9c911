import { linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { givenBytes, isSameFile, writeOutput } from './given-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'output-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

test('an answer is written, and a folder that is not there is told', () => {
  writeOutput(at('a.xml'), Buffer.from('a'));
  expect(readFileSync(at('a.xml'), 'utf8')).toBe('a');
  expect(() => writeOutput(at('no/a.xml'), Buffer.from('a'))).toThrow(
    `${at('no/a.xml')} cannot be read or written: there is no such folder.`,
  );
});

test('a file is the same by whatever link', () => {
  writeFileSync(at('model.xml'), '');
  writeFileSync(at('other.xml'), '');
  symlinkSync('model.xml', at('soft.xml'));
  linkSync(at('model.xml'), at('hard.xml'));
  const same = ['model.xml', 'soft.xml', 'hard.xml', 'other.xml', 'none.xml'].map((name) =>
    isSameFile(at('model.xml'), at(name)),
  );
  expect(same).toEqual([true, true, true, false, false]);
});

test('a file is read, and one that is not there or is a folder is told', () => {
  writeFileSync(at('b.yaml'), 'b');
  expect(givenBytes(at('b.yaml')).toString()).toBe('b');
  expect(() => givenBytes(at('none.yaml'))).toThrow(`There is no file ${at('none.yaml')}.`);
  expect(() => givenBytes(folder)).toThrow(`${folder} cannot be read or written: it is a folder.`);
});
