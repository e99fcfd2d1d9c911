import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readMetric } from '#api/figures.ts';
import { applyModel } from '#api/model.ts';
import { setRecord } from '#api/records.ts';
import { ask, copyOfExample, removed, roomIn, written } from './fixtures/workspace.ts';

const settings = 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: strategy-office\n';

/** A workspace whose file is applied and then edited, and whose store is edited by somebody else. */
const workspaceWith = async (applied: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-doors-'));
  onTestFinished(() => removed(folder));
  written(folder, { 'throughline.yaml': settings, 'model/a.yaml': applied });
  const within = async <Answer>(work: (room: ReturnType<typeof roomIn>) => Promise<Answer>): Promise<Answer> => {
    const room = roomIn(folder);
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  };
  const apply = (input = {}) => within((room) => ask(room, applyModel, input));
  await apply();
  return {
    apply,
    edit: (kind: string, key: string, body: object | null) =>
      within(async (room) => {
        const occasion = { actor: 'ada', at: '2026-07-01T00:00:00Z', reason: 'talked', via: 'web' };
        const store = await room.store();
        await store.write(occasion, [{ kind, design: 'current', key, body: body && { key, ...body } }]);
      }),
    file: (text: string) => written(folder, { 'model/a.yaml': text }),
    team: (key: string) =>
      within(async (room) => {
        const store = await room.store();
        return (await store.current()).find((record) => record.kind === 'team' && record.key === key)?.body;
      }),
  };
};

test('a field that both doors changed is shown with both values, and stays until somebody settles it', async () => {
  const { apply, edit, file, team } = await workspaceWith('teams:\n  - key: pay\n    sizeFte: 5\n');
  await edit('team', 'pay', { sizeFte: 6 });
  file('teams:\n  - key: pay\n    sizeFte: 7\n  - key: new\n');
  const answer = await apply();
  expect(answer.conflicts.flatMap(({ fields }) => fields.map(({ text }) => text))).toEqual([
    'team pay sizeFte: 6 in the store (ada, 2026-07-01T00:00:00.000Z), 7 in model/a.yaml:3',
  ]);
  expect(answer.changes.map(({ key }) => key)).toEqual(['new']);
  expect((await apply()).conflicts).toHaveLength(1);
  expect(await team('pay')).toEqual({ key: 'pay', sizeFte: 6 });
  expect((await apply({ take: 'files' })).conflicts).toMatchObject([{ taken: 'files' }]);
  expect(await team('pay')).toEqual({ key: 'pay', sizeFte: 7 });
  expect(await apply()).toMatchObject({ conflicts: [], kept: [], changes: [] });
});

test('what is taken from the store is then known as an edit that the files lack', async () => {
  const { apply, edit, file } = await workspaceWith('teams: [{key: pay, sizeFte: 5}]\n');
  await edit('team', 'pay', { sizeFte: 6 });
  file('teams: [{key: pay, sizeFte: 7}]\n');
  await apply({ take: 'store' });
  expect(await apply()).toMatchObject({
    conflicts: [],
    kept: [{ key: 'pay', fields: [{ field: 'sizeFte', from: 7, to: 6 }] }],
  });
});

test('edits of two fields at two doors are both kept', async () => {
  const { apply, edit, file, team } = await workspaceWith('teams: [{key: pay, name: Pay, sizeFte: 5}]\n');
  await edit('team', 'pay', { name: 'Pay', sizeFte: 6 });
  file('teams: [{key: pay, name: Payments, sizeFte: 5}]\n');
  expect(await apply()).toMatchObject({ conflicts: [], kept: [{ fields: [{ field: 'sizeFte', from: 5, to: 6 }] }] });
  expect(await team('pay')).toEqual({ key: 'pay', name: 'Payments', sizeFte: 6 });
});

test('nothing is applied where files and store cannot both be so', async () => {
  const { apply, edit, file, team } = await workspaceWith('teams: [{key: pay}, {key: ops}]\n');
  await edit('team', 'pay', { parent: 'ops' });
  file('teams: [{key: pay}, {key: dev}]\n');
  await expect(apply()).rejects.toThrow(/team pay, parent: found "ops", expected/);
  expect(await team('ops')).toEqual({ key: 'ops' });
});

test('a figure is told while files and store differ, follows what stands, and says so', async () => {
  const folder = copyOfExample('service-desk');
  onTestFinished(() => removed(folder));
  const within = async <Answer>(work: (room: ReturnType<typeof roomIn>) => Promise<Answer>): Promise<Answer> => {
    const room = roomIn(folder);
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  };
  const figure = () => within((room) => ask(room, readMetric, { metric: 'FL1' }));
  const set = (fields: Readonly<Record<string, string>>) =>
    within((room) => ask(room, setRecord, { kind: 'team', key: 'workplace', fields, reason: 'talk' }));
  const file = join(folder, 'model', 'structure.yaml');
  const model = readFileSync(file, 'utf8');
  const withTeam = model.replace('teams:\n', 'teams:\n  - key: newcomer\n');
  const before = await figure();
  expect(before.notices).toEqual([]);

  await set({ note: 'talked' });
  writeFileSync(file, withTeam.replace('- key: workplace\n', '- key: workplace\n    note: written\n'));
  expect((await figure()).notices).toEqual([
    expect.stringMatching(
      /^Edited at both doors, figures follow the store: team workplace note: "talked" in the store/,
    ),
  ]);

  writeFileSync(file, withTeam);
  await set({ parent: 'newcomer' });
  writeFileSync(file, model);
  const after = await figure();
  expect(after.notices[0]).toMatch(
    /^The files are not applied, figures follow the store: team workplace, parent: found/,
  );
  expect(after.readings).toEqual(before.readings);
});
