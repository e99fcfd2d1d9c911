import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { initWorkspace } from '#api/model.ts';
import { showWorkspace } from '#api/workspace.ts';
import type { Room } from '#handlers/room.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

let room: Room;

beforeAll(() => {
  room = roomIn(copyOfExample('service-desk'));
});

afterAll(async () => {
  await room.close();
  removed(room.folder);
});

test('the example says what there is to look at, and that it is made up', async () => {
  const told = await ask(room, showWorkspace, {});
  expect(told).toMatchObject({ sample: true, timeZone: 'Europe/Berlin', currency: 'EUR', planningPeriod: 'quarter' });
  expect(told.span).toEqual((await ask(room, diagnoseWorkspace, {})).window);
  expect(told.sources).toMatchObject([
    { key: 'tickets', name: 'Tickets', rejected: 7, link: null },
    { key: 'approvals', name: 'Approvals', rejected: 0, link: null },
  ]);
  expect(told.sources.every(({ lastImport }) => lastImport !== null)).toBe(true);
  expect(told.teams.map(({ key }) => key)).toContain('billing');
  expect(told.capabilities.map(({ key }) => key)).toContain('claims-payout');
});

test('periods are those that hold evidence, and say which the evidence covers whole', async () => {
  const { periods } = await ask(room, showWorkspace, {});
  const of = (kind: string) => periods.filter((period) => period.kind === kind).map(({ key, whole }) => [key, whole]);
  expect(of('quarter')).toEqual([
    ['2025-Q1', false],
    ['2025-Q2', true],
    ['2025-Q3', true],
    ['2025-Q4', true],
    ['2026-Q1', true],
  ]);
  expect(of('year')).toEqual([
    ['2025', false],
    ['2026', false],
  ]);
  expect(of('month')).toHaveLength(15);
});

test('as of an instant there is what there was', async () => {
  const { span, asOf } = await ask(room, showWorkspace, { asOf: '2025-07-01' });
  expect([span?.until, asOf]).toEqual(['2025-07-01T22:00:00.000Z', '2025-06-30T22:00:00.000Z']);
});

test('a workspace without evidence is shown, with no figure to choose', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-empty-'));
  const empty = roomIn(folder);
  await ask(empty, initWorkspace, { name: 'Acme' });
  expect(await ask(empty, showWorkspace, {})).toMatchObject({
    name: 'Acme',
    sample: false,
    span: null,
    asOf: null,
    sources: [],
    periods: [],
  });
  await empty.close();
  removed(folder);
});

test('a source says where its items can be seen, once its mapping does', async () => {
  const map = join(room.folder, 'maps', 'tickets.yaml');
  const link = 'https://tickets.example/browse/{item}';
  writeFileSync(map, `${readFileSync(map, 'utf8')}link: ${link}\n`);
  room.renew();
  const { sources } = await ask(room, showWorkspace, {});
  expect(sources.map((source) => [source.key, source.link])).toEqual([
    ['tickets', link],
    ['approvals', null],
  ]);
});
