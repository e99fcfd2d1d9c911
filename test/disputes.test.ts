import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainSaying } from '#api/explain.ts';
import { closeRecord, setRecord } from '#api/records.ts';
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

const where = { scope: 'team', key: 'billing' } as const;

const disputed = async () => (await ask(room, showWorkspace, {})).disputed;

const disputesOf = async (of?: typeof where) =>
  (await ask(room, explainSaying, { id: 'flow.flow-time', where: of, limit: 1 })).disputes;

const set = (fields: Readonly<Record<string, unknown>>, isNew = false) =>
  ask(room, setRecord, { kind: 'dispute', key: 'slow-billing', fields, reason: 'said in the review', isNew });

test('a figure is disputed until that is answered, and tells what was answered', async () => {
  expect(await disputed()).toEqual([]);
  await set({ figure: 'flow.flow-time', where, raised: '2026-05-02', because: 'two freezes are in it' }, true);
  expect(await disputed()).toEqual([{ id: 'flow.flow-time', where }]);
  const open = { key: 'slow-billing', raised: '2026-05-02', because: 'two freezes are in it' };
  expect(await disputesOf(where)).toEqual([{ ...open, status: 'open', answer: null }]);
  // The figure of all IT is another figure.
  expect(await disputesOf()).toEqual([]);

  await expect(set({ status: 'figure-stands' })).rejects.toMatchObject({ code: 'input-refused' });
  await set({ status: 'figure-stands', answer: 'freezes are waiting' });
  expect(await disputed()).toEqual([]);
  expect(await disputesOf(where)).toEqual([{ ...open, status: 'figure-stands', answer: 'freezes are waiting' }]);

  await ask(room, closeRecord, { kind: 'dispute', key: 'slow-billing', reason: 'a slip' });
  expect(await disputesOf(where)).toEqual([]);
});
