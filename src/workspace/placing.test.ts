import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Placing, place, placedAt, takeBack } from './placing.ts';

const placing: Placing = {
  file: 'data/x.csv',
  mapping: null,
  settings: null,
  source: 'x',
  pathBefore: null,
  folders: ['data'],
};

let folder = '';
let held = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'placing-'));
  held = join(folder, 'inbox', 'x.csv');
  mkdirSync(join(folder, 'inbox'));
  writeFileSync(join(folder, 'throughline.yaml'), '');
  writeFileSync(held, 'ours');
});

const lying = (part: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, part)).map((name) => [name, readFileSync(join(folder, part, name), 'utf8')]),
  );

test('a file is moved to its place and back', () => {
  expect(placedAt(folder, placing, held)).toBe(undefined);
  place(folder, placing, held);
  expect([lying('data'), lying('inbox')]).toEqual([{ 'x.csv': 'ours' }, {}]);
  expect(placedAt(folder, placing, undefined)).toBe(join(folder, 'data', 'x.csv'));
  expect(takeBack(folder, placing, held, undefined)).toEqual([]);
  expect([lying('inbox'), readdirSync(folder)]).toEqual([{ 'x.csv': 'ours' }, ['inbox', 'throughline.yaml']]);
});

test('a file is moved over no other, neither there nor back', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'x.csv'), 'theirs');
  expect(placedAt(folder, placing, held)).toBe(undefined);
  expect(() => place(folder, placing, held)).toThrow('another file lies there by now');
  expect(takeBack(folder, placing, held, undefined)).toEqual(['data/x.csv is another file by now, and stays.']);
  expect([lying('data'), lying('inbox')]).toEqual([{ 'x.csv': 'theirs' }, { 'x.csv': 'ours' }]);
});

test.each([
  ['goes on', () => place(folder, placing, held), 'data'],
  ['is taken back', () => takeBack(folder, placing, held, undefined), 'inbox'],
])('a move between disks that was killed before the first was emptied %s', (_, end, where) => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'x.csv'), 'ours');
  for (const path of [held, join(folder, 'data', 'x.csv')]) utimesSync(path, 1e9, 1e9);
  expect(placedAt(folder, placing, held)).toBe(join(folder, 'data', 'x.csv'));
  end();
  expect(lying(where)).toEqual({ 'x.csv': 'ours' });
});
