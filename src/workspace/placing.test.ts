import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Placing, place, placedAt, takeBack } from './placing.ts';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, copyFileSync: vi.fn(fs.copyFileSync), renameSync: vi.fn(fs.renameSync) };
});

const failing = (code: string): Error => Object.assign(new Error(code), { code });

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

test('what is copied from another disk has no name that a source finds until it is whole, and keeps its time', () => {
  utimesSync(held, 1e9, 1e9);
  vi.mocked(renameSync).mockImplementationOnce(() => {
    throw failing('EXDEV');
  });
  place(folder, placing, held);
  expect([lying('data'), lying('inbox')]).toEqual([{ 'x.csv': 'ours' }, {}]);
  expect(statSync(join(folder, 'data', 'x.csv')).mtimeMs).toBe(1e12);
  expect(vi.mocked(copyFileSync).mock.lastCall).toEqual([held, join(folder, 'data', '.x.csv.arriving')]);
});

test('of a copy that fails nothing stays', () => {
  vi.mocked(renameSync).mockImplementationOnce(() => {
    throw failing('EXDEV');
  });
  vi.mocked(copyFileSync).mockImplementationOnce((_, to) => {
    writeFileSync(to, 'ou');
    throw failing('ENOSPC');
  });
  expect(() => place(folder, placing, held)).toThrow('x.csv cannot be read or written');
  expect([lying('data'), lying('inbox')]).toEqual([{}, { 'x.csv': 'ours' }]);
});

test('of a copy that was killed nothing stays once it is taken back', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', '.x.csv.arriving'), 'ou');
  takeBack(folder, placing, held, undefined);
  expect([readdirSync(folder), lying('inbox')]).toEqual([['inbox', 'throughline.yaml'], { 'x.csv': 'ours' }]);
});
