import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { applyModel, exportModel } from '#api/model.ts';
import { listRecordNames } from '#api/record-names.ts';
import { closeRecord, recordHistory, setRecord, showRecord } from '#api/records.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

type Room = ReturnType<typeof roomIn>;

const model = `# Who works here.
design: {key: current, status: in-force}
teams:
  - key: pay # the payers
    sizeFte: 5
  - key: ops
    parent: pay
decisionTypes: [{key: fund, decides: fund}]
decisions:
  - {key: d, type: fund, raisedAt: 2026-01-01T00:00:00Z, outcome: funded, signedAt: 2026-01-02T00:00:00Z}
`;

/** Works in a workspace, in a room of its own each time. */
const workspace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-records-'));
  onTestFinished(() => removed(folder));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/a.yaml': model,
  });
  const within = async <Answer>(work: (room: Room) => Promise<Answer>): Promise<Answer> => {
    const room = roomIn(folder);
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  };
  return { folder, within };
};

const set = { kind: 'team', key: 'pay', reason: 'grew' };

test.each([
  ['a number that was typed', { sizeFte: '6' }, [{ field: 'sizeFte', from: 5, to: 6 }]],
  ['a number', { sizeFte: 6 }, [{ field: 'sizeFte', from: 5, to: 6 }]],
  ['a text that looks like a number', { name: '6' }, [{ field: 'name', to: '6' }]],
  [
    'a value of several fields',
    { costPerFteYear: '{amount: "1", currency: EUR}' },
    [{ field: 'costPerFteYear', to: { amount: '1', currency: 'EUR' } }],
  ],
  ['a field that is taken away', { sizeFte: null }, [{ field: 'sizeFte', from: 5 }]],
  ['what it says already', { sizeFte: 5 }, undefined],
])('a record is set to %s', async (_, fields, expected) => {
  const { within } = workspace();
  const answer = await within((room) => ask(room, setRecord, { ...set, fields }));
  expect(answer.change?.fields).toEqual(expected);
  const { changes } = await within((room) => ask(room, recordHistory, { kind: 'team', key: 'pay' }));
  expect(changes.map(({ reason }) => reason)).toEqual([...(expected ? ['grew'] : []), 'the files changed']);
});

test.each([
  ['a kind there is none of', { kind: 'taem' }, /kind is "taem"; .* Did you mean team\?/],
  ['a key there is none of', { key: 'pya' }, /no record team pya\. Did you mean pay\?/],
  ['a value that is none', { fields: { sizeFte: 'many' } }, /sizeFte is "many"; a number was expected/],
  [
    'a field there is none of',
    { fields: { tpology: 'platform' } },
    /tpology is an unknown field .* Did you mean topology\?/,
  ],
  ['a part of its key', { fields: { key: 'other' } }, /the team pay is called other by these fields/],
  [
    'a reference to nothing',
    { fields: { parent: 'nobody' } },
    /team pay, parent: found "nobody", expected the key of a team/,
  ],
  ['a circle', { fields: { parent: 'ops' } }, /Nothing was changed: with what stands in the store/],
  [
    'what is signed',
    { kind: 'decision', key: 'd', fields: { outcome: 'refused' } },
    /outcome is "refused"; "funded" as it was signed/,
  ],
  ['a design there is none of', { design: 'next', isNew: true }, /design is "next"; one of current was expected/],
])('a record is not set to %s', async (_, input, refusal) => {
  const { within } = workspace();
  const asked = { ...set, fields: { sizeFte: 6 }, ...input };
  await expect(within((room) => ask(room, setRecord, asked))).rejects.toThrow(refusal);
});

test('a record is added, read as of a day, closed, and its past stays', async () => {
  const { within } = workspace();
  const goal = { kind: 'goal', key: 'g', reason: 'strategy' };
  await within((room) => ask(room, setRecord, { ...goal, fields: { statement: 'more' }, isNew: true }));
  expect(await within((room) => ask(room, showRecord, { kind: 'goal', key: 'g' }))).toMatchObject({
    version: 1,
    file: null,
  });
  const tried = await within((room) => ask(room, closeRecord, { ...goal, dryRun: true }));
  expect(tried).toMatchObject({ change: { what: 'removed' }, changeSet: null });
  await within((room) => ask(room, closeRecord, goal));
  await expect(within((room) => ask(room, showRecord, { kind: 'goal', key: 'g' }))).rejects.toThrow(/no record goal g/);
  const then = await within((room) => ask(room, showRecord, { kind: 'team', key: 'pay', asOf: '2026-06-02' }));
  expect(then.body).toEqual({ key: 'pay', sizeFte: 5 });
  await expect(
    within((room) => ask(room, showRecord, { kind: 'team', key: 'pay', asOf: '2026-05-31' })),
  ).rejects.toThrow(/no record team pay/);
  const { changes } = await within((room) => ask(room, recordHistory, { kind: 'goal', key: 'g' }));
  expect(changes.map(({ what, actor, reason }) => `${what} by ${actor}: ${reason}`)).toEqual([
    'closed by ada: strategy',
    'opened by ada: strategy',
  ]);
});

test('records are named where they are called otherwise than by their key', async () => {
  const { within } = workspace();
  await within((room) => ask(room, setRecord, { ...set, fields: { name: 'Payments' } }));
  const { names } = await within((room) => ask(room, listRecordNames, {}));
  expect(names).toMatchObject({ 'team pay': 'Payments', pay: 'Payments', 'level team': 'Team' });
  expect(Object.keys(names)).not.toContain('team ops');
});

test('a record that others refer to is not closed', async () => {
  const { within } = workspace();
  await expect(
    within((room) => ask(room, closeRecord, { kind: 'team', key: 'pay', reason: 'merged' })),
  ).rejects.toThrow(/team ops, parent: found "pay"/);
});

test('what is edited in the store is told, written into the file once, and then nothing is touched', async () => {
  const { folder, within } = workspace();
  const file = join(folder, 'model/a.yaml');
  await within((room) => ask(room, setRecord, { ...set, fields: { sizeFte: 6 } }));
  expect(await within((room) => ask(room, showRecord, { kind: 'team', key: 'pay' }))).toMatchObject({
    body: { sizeFte: 6 },
    line: 4,
    notices: [expect.stringMatching(/^The team pay was edited in the store, not in the files/)],
  });
  const tried = await within((room) => ask(room, exportModel, { dryRun: true }));
  expect(tried.files).toEqual([
    {
      file: 'model/a.yaml',
      what: 'changed',
      lines: [
        { mark: '-', line: '    sizeFte: 5' },
        { mark: '+', line: '    sizeFte: 6' },
      ],
    },
  ]);
  expect(readFileSync(file, 'utf8')).toBe(model);
  await within((room) => ask(room, exportModel, {}));
  expect(readFileSync(file, 'utf8')).toBe(model.replace('sizeFte: 5', 'sizeFte: 6'));
  const { mtimeMs, ino } = statSync(file);
  expect(await within((room) => ask(room, applyModel, {}))).toMatchObject({ changes: [], kept: [], conflicts: [] });
  expect((await within((room) => ask(room, exportModel, {}))).files).toEqual([]);
  expect(statSync(file)).toMatchObject({ mtimeMs, ino });
});

test('an export prints a design as one file and writes none', async () => {
  const { folder, within } = workspace();
  await within((room) => ask(room, setRecord, { ...set, fields: { sizeFte: 6 } }));
  const { text, files } = await within((room) => ask(room, exportModel, { design: 'current', asText: true }));
  expect(text).toMatch(/design:\n {2}key: current\n(?:.*\n)* {2}- key: pay\n {4}sizeFte: 6\n/);
  expect([files, readFileSync(join(folder, 'model/a.yaml'), 'utf8')]).toEqual([[], model]);
  await expect(within((room) => ask(room, exportModel, { design: 'curent' }))).rejects.toThrow(/Did you mean current/);
});
