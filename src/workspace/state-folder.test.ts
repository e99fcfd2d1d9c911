import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { pseudonymKey, stateFolder } from './state-folder.ts';

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('the state folder is for its owner only, and git ignores it', () => {
  const folder = stateFolder(folderWith());
  expect(modeOf(folder)).toBe('700');
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
});

test('the state folder is made once', () => {
  const workspace = folderWith();
  writeFileSync(join(stateFolder(workspace), 'kept'), '');
  expect(existsSync(join(stateFolder(workspace), 'kept'))).toBe(true);
});

test('the pseudonym key is made on first use, stays, and is for its owner only', () => {
  const folder = stateFolder(folderWith());
  expect(pseudonymKey(folder, bytes(7))).toEqual(bytes(7)(32));
  expect(pseudonymKey(folder, bytes(8))).toEqual(bytes(7)(32));
  expect(modeOf(join(folder, 'pseudonym-key'))).toBe('600');
  expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'pseudonym-key']);
});

test('a pseudonym key that was cut short is refused and left as it is', () => {
  const folder = stateFolder(folderWith());
  writeFileSync(join(folder, 'pseudonym-key'), 'short');
  expect(() => pseudonymKey(folder, bytes(7))).toThrow(/has 5 bytes and should have 32/);
  expect(readFileSync(join(folder, 'pseudonym-key'), 'utf8')).toBe('short');
});
