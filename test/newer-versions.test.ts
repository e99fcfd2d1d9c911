import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { importEvidence, profileSources, undoImport } from '#api/evidence.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

/** A file that was taken in once and has changed since: what of it is worse than what is held does not take its place. */
let folder = '';

const header = 'id,at,state\n';
const rows = Array.from({ length: 10 }, (_, i) => `${i},2025-01-${10 + i}T10:00:00Z,Done\n`);
const whole = header + rows.join('');
const unreadable = header + rows.map((row) => row.replace('2025-', '25/')).join('');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-newer-'));
  written(folder, {
    'throughline.yaml':
      'name: A\ncurrency: EUR\ntimeZone: UTC\nsources: [{key: log, path: log.csv, mapping: maps/log.yaml}]\n',
    'maps/log.yaml': `columns: {item: id, at: at, state: state}
time: {formats: [iso], zone: UTC}
states: {rules: [{is: Done, to: done, kind: done}]}
`,
    'log.csv': whole,
  });
  await taken();
});

afterEach(() => removed(folder));

const inRoom = async <T>(
  work: (room: Room) => Promise<T>,
  notice: (text: string) => void = () => undefined,
): Promise<T> => {
  const room = roomIn(folder, { notice });
  try {
    return await work(room);
  } finally {
    await room.close();
  }
};

const taken = (input: { dryRun?: boolean } = {}) =>
  inRoom(async (room) => (await ask(room, importEvidence, input)).imports[0]);

const undone = (run: number) => inRoom((room) => ask(room, undoImport, { run }));

/** How many rows figures are made of, and what is said aloud beside them. */
const profiled = async (): Promise<{ events: number | undefined; told: string[] }> => {
  const told: string[] = [];
  const { sources } = await inRoom(
    (room) => ask(room, profileSources, {}),
    (text) => told.push(text),
  );
  return { events: sources[0]?.events, told };
};

const changedTo = (text: string): void => written(folder, { 'log.csv': text });

test.each([
  ['of which every row is rejected', unreadable, 10],
  ['without a row', header, 0],
])('a newer version %s leaves the earlier one, and every command says so', async (_, text, total) => {
  changedTo(text);
  for (const time of ['first', 'second']) {
    expect(await profiled(), time).toEqual({
      events: 10,
      told: [expect.stringMatching(/^a newer version of log\.csv was refused, because .* \(import 1\)/u)],
    });
  }
  const difference = { kept: 0, added: 0, removed: 10 };
  expect(await taken({ dryRun: true })).toMatchObject({ what: 'would-refuse', total, accepted: 0, difference });
  expect(await taken()).toMatchObject({ what: 'refused', run: 1, total, accepted: 0, rejected: total, difference });
  const { coverage, missing } = await inRoom((room) => ask(room, diagnoseWorkspace, {}));
  expect(coverage[0]).toMatchObject({ events: 10, refused: [{ file: 'log.csv', total, run: 1 }] });
  expect(missing.join('\n')).toContain('log: a newer version of log.csv was refused');
});

test('a refused version is taken in once the earlier one is undone', async () => {
  changedTo(unreadable);
  await taken();
  await undone(1);
  expect(await taken()).toMatchObject({ what: 'imported', run: 2, accepted: 0, rejected: 10 });
});

test('a refused version is forgotten once the file is whole again', async () => {
  changedTo(unreadable);
  await taken();
  changedTo(whole);
  expect(await profiled()).toEqual({ events: 10, told: [] });
  expect((await inRoom((room) => ask(room, diagnoseWorkspace, {}))).coverage[0]?.refused).toEqual([]);
});

test.each([
  ['a few rows', header + rows.slice(2).join(''), 8, /^log\.csv was read anew.*: 8 rows kept, 0 added, 2 removed\.$/u],
  ['most rows', header + rows.slice(7).join(''), 3, /3 rows kept, 0 added, 7 removed\. Most rows .*/u],
])('a version that has lost %s takes the place of the earlier one, and says what it lost', async (_, text, n, says) => {
  changedTo(text);
  expect(await profiled()).toEqual({ events: n, told: [expect.stringMatching(says)] });
  expect(await profiled()).toEqual({ events: n, told: [] });
});

const mapped = (columns: string, format: string): void =>
  written(folder, {
    'maps/log.yaml': `columns: {item: id, at: at, ${columns}}
time: {formats: ["${format}"], zone: UTC}
states: {rules: [{is: Done, to: done, kind: done}]}
`,
  });

test('a slip in a mapping costs no row', async () => {
  mapped('state: state', 'DD/MM/YYYY');
  expect((await taken({ dryRun: true }))?.what).toBe('would-refuse');
  const { events, told } = await profiled();
  expect(events).toBe(10);
  expect(told).toEqual([expect.stringMatching(/Mend the file, or the mapping it is read by/u)]);
  mapped('state: state', 'iso');
  expect(await profiled()).toEqual({ events: 10, told: [] });
});

test('rows that a mapping no longer reads are not kept where they may hold what it now calls people', async () => {
  mapped('person: state', 'DD/MM/YYYY');
  expect(await taken()).toMatchObject({
    what: 'replaced',
    accepted: 0,
    difference: { kept: 0, added: 0, removed: 10 },
  });
  // Once that is known, it is no reason any more.
  mapped('person: state', 'iso');
  expect(await taken()).toMatchObject({ what: 'replaced', accepted: 10 });
  mapped('person: state', 'DD/MM/YYYY');
  expect(await taken()).toMatchObject({ what: 'refused', accepted: 0 });
});

test('to undo a version says which earlier one does not come back', async () => {
  changedTo(header + rows.slice(7).join(''));
  await taken();
  expect(await undone(2)).toMatchObject({ run: 2, state: 'undone', replaces: 1 });
  await expect(undone(1)).rejects.toThrow('Import 1 gave way to import 2');
});

test('where all files are undone, the reason for having no evidence is told', async () => {
  await undone(1);
  await expect(profiled()).rejects.toThrow(/log\.csv was undone\. .* "throughline import/u);
});

test('where no source is named, the next step is to name one', async () => {
  rmSync(join(folder, 'throughline.yaml'));
  written(folder, { 'throughline.yaml': 'name: A\ncurrency: EUR\ntimeZone: UTC\n' });
  await expect(profiled()).rejects.toThrow('Name a log under "sources:"');
});
