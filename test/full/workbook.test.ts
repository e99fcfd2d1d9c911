import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { exportWorkbook, importRecords } from '#api/record-files.ts';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { ask, removed, roomIn, written } from '../fixtures/workspace.ts';

const office = '/usr/bin/soffice';

/** The office program of the system is used, and installed where that may be done; a test that needs one is never passed over. */
beforeAll(() => {
  if (existsSync(office)) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-calc'], { stdio: 'ignore' });
  }
  if (existsSync(office)) return;
  throw new Error(`This needs LibreOffice at ${office}. On Debian: apt-get install libreoffice-calc`);
});

/** A workbook as LibreOffice writes it after opening it. */
const savedAnew = (content: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-office-'));
  onTestFinished(() => removed(folder));
  writeFileSync(join(folder, 'book.xlsx'), Buffer.from(content, 'base64'));
  const words = ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')];
  const { status, stderr } = spawnSync(office, [`-env:UserInstallation=file://${folder}/profile`, ...words], {
    encoding: 'utf8',
    env: { ...process.env, HOME: folder },
  });
  expect([status, existsSync(join(folder, 'out', 'book.xlsx'))], stderr).toEqual([0, true]);
  return readFileSync(join(folder, 'out', 'book.xlsx')).toString('base64');
};

test('a workbook that was opened and saved by LibreOffice changes nothing, and says what is new', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-office-'));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\n',
    'model/all.yaml': JSON.stringify(everyKind),
  });
  const room = roomIn(folder);
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
  const { content, name } = await ask(room, exportWorkbook, {});
  const files = [{ name, content: savedAnew(content) }];
  const {
    changes,
    untouched,
    files: outcomes,
  } = await ask(room, importRecords, { files, reason: 'saved anew', dryRun: true });
  expect(outcomes.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(changes).toEqual([]);
  expect(untouched).toBeGreaterThan(50);
  expect(outcomes.flatMap(({ ties }) => ties.filter(({ file, taken }) => file !== taken))).toEqual([]);
});
