import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { listImports, undoImport } from '#api/evidence.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

/** The last row of an example is looked for once; what moves it must move the instant of all figures with it. */
let folder = '';

beforeAll(() => {
  folder = copyOfExample('service-desk');
});

afterAll(() => removed(folder));

const inRoom = async <T>(work: (room: ReturnType<typeof roomIn>) => Promise<T>): Promise<T> => {
  const room = roomIn(folder);
  try {
    return await work(room);
  } finally {
    await room.close();
  }
};

const asOf = (): Promise<string> => inRoom(async (room) => (await ask(room, diagnoseWorkspace, {})).asOf);

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const later =
  'INC0099999,2026-04-15 09:50,1,Opened,New,Hosting,,system,Incident,Servers and containers,4 - Low,Portal,2026-04-15 09:50,\n';

test('the instant of figures follows the last row through a later row and an undone import', async () => {
  const before = await asOf();
  expect(await asOf()).toBe(before);

  edit('data/tickets.csv', (text) => `${text.trimEnd()}\n${later}`);
  const moved = '2026-04-15T07:50:00.000Z';
  expect(await asOf()).toBe(moved);
  expect(await asOf()).toBe(moved);

  await inRoom(async (room) => {
    const { imports } = await ask(room, listImports, {});
    const run = imports.find(({ source, state }) => source === 'tickets' && state === 'committed');
    await ask(room, undoImport, { run: run?.run ?? -1 });
  });
  const approvalsOnly = await asOf();
  expect(Date.parse(approvalsOnly)).toBeLessThan(Date.parse(moved));
});

test('the instant of figures is that of the sources that are still named', async () => {
  removed(folder);
  folder = copyOfExample('service-desk');
  edit('data/tickets.csv', (text) => `${text.trimEnd()}\n${later}`);
  const both = await asOf();
  edit('throughline.yaml', (text) => text.replace(/ {2}- key: tickets[\s\S]*?(?= {2}- key: approvals)/u, ''));
  expect(Date.parse(await asOf())).toBeLessThan(Date.parse(both));
});
