import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importEvidence, listImports, profileSources, undoImport } from '#api/evidence.ts';
import { readMetric } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import { undo } from '#importers/load.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

/** Words no byte of which can be there by chance; every row of the first file has them, and no row of the other. */
const secrets = ['Qxzuvy', 'Wyzzkqj', 'Vqxzy'];
const [who, title, team] = secrets;

const time = 'time: {formats: ["YYYY-MM-DD HH:mm"], zone: UTC}';
const states =
  'states: {rules: [{is: New, to: new, kind: new}, {is: Work, to: work, kind: active}, {is: Done, to: done, kind: done}]}';
const columns = (more: string): string =>
  `columns: {item: item, at: at, state: state, team: team, title: title${more}}\n${time}\n${states}\n`;

const csv = (item: string, words: (n: number) => readonly [string, string, string]): string => {
  const rows = Array.from({ length: 3000 }, (_, n) => {
    const [person, text, group] = words(n);
    const state = ['New', 'Work', 'Done'][n % 3];
    return `${item}${Math.floor(n / 3)},2025-03-${String(1 + (Math.floor(n / 3) % 27)).padStart(2, '0')} 0${n % 3}:00,${state},${group},${person},${text}\n`;
  });
  return `item,at,state,team,who,title\n${rows.join('')}`;
};

const files = {
  'throughline.yaml':
    'name: gone\ncurrency: EUR\ntimeZone: UTC\ncalendar: {hours: {monday-friday: ["08:00-17:00"]}}\nsources:\n  - {key: gone, path: gone.csv, mapping: maps/log.yaml}\n  - {key: kept, path: kept.csv, mapping: maps/log.yaml}\n',
  'maps/log.yaml': columns(', person: who'),
  'model/.gitkeep': '',
  'gone.csv': csv('G', (n) => [`${who} ${n % 50}`, `${title} ${n}`, `${team} ${n % 7}`]),
  'kept.csv': csv('K', (n) => [`person ${n % 50}`, `text ${n}`, `team ${n % 7}`]),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-removed-'));
  written(folder, files);
});
afterEach(() => removed(folder));

const within = async <T>(work: (room: Room) => Promise<T>): Promise<T> => {
  const room = roomIn(folder);
  try {
    return await work(room);
  } finally {
    await room.close();
  }
};

/** Which of the words stand in which files of the state. */
const found = (): string[] =>
  readdirSync(join(folder, '.throughline'), { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return secrets.filter((word) => bytes.includes(word)).map((word) => `${entry.name}: ${word}`);
  });

const doneItems = (room: Room) => ask(room, readMetric, { metric: 'flow.velocity' });

const runOf = async (room: Room, source: string): Promise<number> =>
  (await ask(room, listImports, {})).imports.find((run) => run.source === source)?.run ?? 0;

test('after an undo no byte of what was taken out is in the state, and all else stands', async () => {
  const both = await within(doneItems);
  expect(both.readings[0]?.value).toBe(2000);
  // Pseudonyms stand for people; the words of titles and teams are there, or their going would say nothing.
  expect(found()).toEqual([`evidence.duckdb: ${title}`, `evidence.duckdb: ${team}`]);
  await within(async (room) => ask(room, undoImport, { run: await runOf(room, 'gone') }));
  expect(found()).toEqual([]);
  expect((await within(doneItems)).readings[0]?.value).toBe(1000);
  expect(found()).toEqual([]);
  const { sources } = await within((room) => ask(room, profileSources, {}));
  expect(sources.map(({ source, events, teams }) => [source, events, teams])).toEqual([['kept', 3000, 7]]);
});

test('what a process that died after an undo has left goes when the workspace is opened again', async () => {
  await within(doneItems);
  await within(async (room) => undo(await room.engine(), await runOf(room, 'gone')));
  expect(found()).not.toEqual([]);
  await within((room) => ask(room, listImports, {}));
  expect(found()).toEqual([]);
});

test('names that were read in clear are gone once the mapping says that they are people', async () => {
  written(folder, { 'maps/log.yaml': columns('') });
  await within(doneItems);
  expect(found()).toContain(`evidence.duckdb: ${who}`);
  written(folder, { 'maps/log.yaml': columns(', person: who') });
  expect((await within(doneItems)).readings[0]?.value).toBe(2000);
  expect(found()).not.toContain(`evidence.duckdb: ${who}`);
});

test('what a newer version of a file no longer says is gone from the state once it is read', async () => {
  await within(doneItems);
  expect(found()).not.toEqual([]);
  written(folder, { 'gone.csv': csv('G', (n) => [`person ${n % 50}`, `text ${n}`, `team ${n % 7}`]) });
  expect((await within(doneItems)).readings[0]?.value).toBe(2000);
  expect(found()).toEqual([]);
});

test('a file that only grows is taken in without the state being written anew', async () => {
  await within(doneItems);
  const told: string[] = [];
  written(folder, { 'gone.csv': `${files['gone.csv']}G9999,2025-03-30 08:00,Done,team 1,person 1,text\n` });
  const room = roomIn(folder, { progress: (text) => told.push(text) });
  try {
    await ask(room, readMetric, { metric: 'flow.velocity' });
  } finally {
    await room.close();
  }
  expect(told.some((text) => text.startsWith('reading gone.csv'))).toBe(true);
  expect(told).not.toContain('taking what was removed out of the file');
});

test('names that a dry run has read are in no byte of the state', async () => {
  written(folder, { 'maps/log.yaml': columns('') });
  await within((room) => ask(room, importEvidence, { dryRun: true }));
  expect(found()).toEqual([]);
});

test('a file that a death has left half written is of no account', async () => {
  await within(doneItems);
  written(folder, { '.throughline/evidence.duckdb.swept': 'half' });
  await within(async (room) => ask(room, undoImport, { run: await runOf(room, 'gone') }));
  expect(found()).toEqual([]);
  expect((await within(doneItems)).readings[0]?.value).toBe(1000);
});
