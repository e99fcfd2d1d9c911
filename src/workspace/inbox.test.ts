import { existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileInInbox, filesInInbox, keepNoteInInbox, placeInInbox, removeFromInbox, safeName } from './inbox.ts';

const a = 'a'.repeat(32);
const b = 'b'.repeat(32);

test.each([
  ['as it is', 'incidents 2025 (1).csv', 'incidents 2025 (1).csv'],
  ['in any script', 'Störungen-März.xes.gz', 'Störungen-März.xes.gz'],
  ['without the folders before it', '../../etc/passwd', 'passwd'],
  ['without the folders of another system', 'C:\\Users\\x\\log.csv', 'log.csv'],
  ['without a dot in front', '.bashrc', 'bashrc'],
  ['though it is nothing but dots', '..', 'file'],
  ['though it is nothing', '', 'file'],
  ['though it ends in nothing', 'log/', 'file'],
  ['without signs that end a name', 'log.csv\0.sh', 'log.csv_.sh'],
  ['without signs that move a terminal', '\u001B[2Jlog\r\n.csv', '_2Jlog_.csv'],
  ['without signs that turn the writing around', 'gsc\u202Evsc.exe', 'gsc_vsc.exe'],
  ['without signs that a shell reads', '$(rm -rf ~);`x`|&.csv', '_(rm -rf _)_x_.csv'],
  ['though it is a device elsewhere', 'NUL.csv', '_NUL.csv'],
  ['shortened, with its ending', `${'x'.repeat(300)}.csv`, `${'x'.repeat(116)}.csv`],
  ['though it looks as if it still arrived', 'log.arriving', 'log.arriving_'],
])('a name is kept %s', (_, given, kept) => {
  expect(safeName(given)).toBe(kept);
});

test('a file is found by what it was handed over as, until it is removed', () => {
  const state = mkdtempSync(join(tmpdir(), 'inbox-'));
  const path = placeInInbox(state, a, '../log.csv', Date.now());
  expect([basename(path), dirname(dirname(path))]).toEqual(['log.csv', join(state, 'inbox')]);
  expect(() => fileInInbox(state, a)).toThrow('There is no file');
  writeFileSync(path, 'x');
  expect(fileInInbox(state, a)).toBe(path);
  removeFromInbox(state, a);
  expect(() => fileInInbox(state, a)).toThrow('There is no file');
});

test('a file that still arrives is not there yet', () => {
  const state = mkdtempSync(join(tmpdir(), 'inbox-'));
  writeFileSync(`${placeInInbox(state, a, 'log.csv', Date.now())}.arriving`, 'x');
  expect(() => fileInInbox(state, a)).toThrow('There is no file');
});

test('a file that nobody came back for in a day goes with the next one', () => {
  const state = mkdtempSync(join(tmpdir(), 'inbox-'));
  const path = placeInInbox(state, a, 'log.csv', Date.now());
  writeFileSync(path, 'x');
  utimesSync(dirname(path), new Date('2026-01-01'), new Date('2026-01-01'));
  placeInInbox(state, b, 'log.csv', Date.parse('2026-01-02T01:00:00Z'));
  expect(existsSync(path)).toBe(false);
});

test('it goes also when what is there is listed, with the notes beside it', () => {
  const state = mkdtempSync(join(tmpdir(), 'inbox-'));
  const [old, young] = [a, b].map((upload) => placeInInbox(state, upload, 'log.csv', 0));
  for (const path of [old, young]) writeFileSync(path ?? '', 'x');
  keepNoteInInbox(state, a, 'seen', 'Ann Lee');
  utimesSync(dirname(old ?? ''), new Date('2026-01-01'), new Date('2026-01-01'));
  utimesSync(dirname(young ?? ''), new Date('2026-01-02'), new Date('2026-01-02'));
  expect(filesInInbox(state, Date.parse('2026-01-02T01:00:00Z')).map(({ upload }) => upload)).toEqual([b]);
  expect(readdirSync(join(state, 'inbox'))).toEqual([b]);
});
