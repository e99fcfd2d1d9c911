import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { applyModel } from '#api/model.ts';
import { setRecord } from '#api/records.ts';
import { refresh } from '#handlers/refresh.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

/** A workspace without a log, of which money has gone out and more goes out next month. */
let room: Room;
let now = '';

const line = (name: string) => `investments:
  - key: i
    name: ${name}
    basis: project
    class: run
    spend:
      - {on: 2026-01-01, amount: {amount: '5', currency: EUR}}
      - {on: 2026-07-01, amount: {amount: '5', currency: EUR}}
`;

const named = (name: string) => ask(room, setRecord, { kind: 'investment', key: 'i', fields: { name }, reason: 'r' });

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-once-'));
  written(folder, {
    'throughline.yaml': 'name: A\ncurrency: EUR\ntimeZone: Europe/Berlin\n',
    'model/money.yaml': line('Hosting'),
  });
  now = '2026-06-30T21:59:00Z';
  room = roomIn(folder, { now: () => new Date(now) });
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
});

test.each<[string, () => unknown]>([
  ['nothing', () => undefined],
  ['another instant was asked for', () => refresh(room, { asOf: '2026-03-01' }).then(() => room.takeBack())],
])('what the first question found is found for the next one when %s', async (_, meanwhile) => {
  const first = await refresh(room);
  await meanwhile();
  expect(await refresh(room)).toBe(first);
});

test.each<[string, () => unknown]>([
  ['a record was edited', () => named('Servers')],
  [
    'a file was edited',
    () => {
      written(room.folder, { 'model/money.yaml': line('Computers') });
      room.renew();
    },
  ],
  ['the evidence was closed', () => room.leave()],
])('it is found anew when %s', async (_, meanwhile) => {
  const first = await refresh(room);
  await meanwhile();
  const second = await refresh(room);
  expect(second).not.toBe(first);
  expect(await refresh(room)).toBe(second);
});

test('it is found anew on the next day, on which more money has gone out', async () => {
  expect(new Date((await refresh(room)).asOf).toISOString()).toBe('2025-12-31T23:00:00.000Z');
  now = '2026-06-30T22:00:00Z';
  expect(new Date((await refresh(room)).asOf).toISOString()).toBe('2026-06-30T22:00:00.000Z');
});

test('a conflict that was settled without a change is told no more', async () => {
  await refresh(room);
  await named('Servers');
  written(room.folder, { 'model/money.yaml': line('Computers') });
  room.renew();
  expect((await refresh(room)).notices.join()).toContain('Edited at both doors');
  await ask(room, applyModel, { take: 'store' });
  expect((await refresh(room)).notices.join()).not.toContain('Edited at both doors');
});
