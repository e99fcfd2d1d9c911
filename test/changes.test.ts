import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changeRecords, importModel, undoChange } from '#api/changes.ts';
import { compareDesigns } from '#api/comparison.ts';
import { compareDiscovery } from '#api/discovery.ts';
import { applyModel, exportModel } from '#api/model.ts';
import { listRecords, recordHistory, setRecord, showRecord } from '#api/records.ts';
import type { Fault } from '#model/fault.ts';
import { ask, copyOfExample, removed, roomIn, written } from './fixtures/workspace.ts';

type Room = ReturnType<typeof roomIn>;

const model = `design: {key: current, status: in-force}
teams:
  - {key: pay, sizeFte: 5}
  - {key: ops, parent: pay}
stakeholderGroups: [{key: retail}]
surveys: [{key: pulse, questions: [{key: trust, text: Trust?, scale: 1-5}], audience: [{group: retail}], opensOn: 2026-03-01, closesOn: 2026-03-14}]
responses: [{survey: pulse, token: t-0001, group: retail, on: 2026-03-02, answers: {trust: 4}}]
`;

const workspace = (files: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-changes-'));
  onTestFinished(() => removed(folder));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/a.yaml': model,
    ...files,
  });
  return within(folder);
};

const within =
  (folder: string) =>
  async <Answer>(work: (room: Room) => Promise<Answer>, now = '2026-06-01T12:00:00Z'): Promise<Answer> => {
    const room = roomIn(folder, { now: () => new Date(now) });
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  };

const teamsIn = async (room: Room): Promise<unknown> =>
  (await ask(room, listRecords, { kinds: ['team'] })).records.map(({ body }) => body);

const edits = [
  { kind: 'team', key: 'dev', fields: { parent: 'pay' }, isNew: true },
  { kind: 'team', key: 'pay', fields: { sizeFte: 7 } },
  { kind: 'team', key: 'ops', close: true },
];
const asBefore = [
  { key: 'ops', parent: 'pay' },
  { key: 'pay', sizeFte: 5 },
];

test('several records are changed as one change set, and taken back as one', async () => {
  const at = workspace();
  await at(async (room) => {
    await ask(room, applyModel, {});
    const dry = await ask(room, changeRecords, { edits, reason: 'redrawn', dryRun: true });
    expect(dry.changes.map(({ what, key }) => `${what} ${key}`)).toEqual(['added dev', 'removed ops', 'changed pay']);
    expect(await teamsIn(room)).toEqual(asBefore);
    const done = await ask(room, changeRecords, { edits, reason: 'redrawn' });
    expect(done.changes).toEqual(dry.changes);
    expect(await teamsIn(room)).toEqual([
      { key: 'dev', parent: 'pay' },
      { key: 'pay', sizeFte: 7 },
    ]);
    const undone = await ask(room, undoChange, { changeSet: done.changeSet ?? 0, reason: 'not yet' });
    expect(await teamsIn(room)).toEqual(asBefore);
    await ask(room, undoChange, { changeSet: undone.changeSet ?? 0, reason: 'after all' });
    expect(await teamsIn(room)).toEqual([
      { key: 'dev', parent: 'pay' },
      { key: 'pay', sizeFte: 7 },
    ]);
    const { changes } = await ask(room, recordHistory, { kind: 'team', key: 'pay' });
    expect(changes.map(({ reason }) => reason)).toEqual(['after all', 'not yet', 'redrawn', 'applied from the files']);
  });
});

test.each([
  [
    'one of them cannot be so',
    [...edits, { kind: 'team', key: 'hr', fields: { parent: 'nobody' }, isNew: true }],
    /team hr, parent/,
  ],
  ['one is not there', [...edits, { kind: 'team', key: 'hr', fields: {} }], /no record team hr/],
  ['one is edited twice', [...edits, { kind: 'team', key: 'pay', fields: {} }], /team pay is edited twice/],
  [
    'one was changed meanwhile',
    [{ kind: 'team', key: 'pay', fields: { sizeFte: 7 }, expected: 3 }],
    /changed meanwhile/,
  ],
])('nothing is changed where %s', async (_, asked, why) => {
  const at = workspace();
  await at(async (room) => {
    await expect(ask(room, changeRecords, { edits: asked, reason: 'x' })).rejects.toThrow(why);
    expect(await teamsIn(room)).toEqual(asBefore);
  });
});

test('a change that was covered by a later one is not taken back, and one there never was is told', async () => {
  const at = workspace();
  await at(async (room) => {
    const { changeSet } = await ask(room, setRecord, { kind: 'team', key: 'pay', fields: { sizeFte: 6 }, reason: 'x' });
    await ask(room, setRecord, { kind: 'team', key: 'pay', fields: { sizeFte: 7 }, reason: 'y' });
    const undo = ask(room, undoChange, { changeSet: changeSet ?? 0, reason: 'z' });
    await expect(undo).rejects.toThrow(/team pay was changed again by ada/);
    await expect(ask(room, undoChange, { changeSet: 99, reason: 'z' })).rejects.toThrow('There is no change 99');
  });
});

test('all that is wrong with a record is told at once', async () => {
  const at = workspace();
  const fields = { sizeFte: 'many', topology: 'round', formedOn: 'soon' };
  const refused = await at((room) =>
    ask(room, setRecord, { kind: 'team', key: 'pay', fields, reason: 'x' }).catch((error: unknown) => error),
  );
  const { detail } = refused as Fault<'input-refused'>;
  expect([detail, ...(detail.more ?? [])].map(({ field }) => field)).toEqual(['topology', 'sizeFte', 'formedOn']);
});

test('records are listed as they stand or stood, with how many there are; answers to surveys are only counted', async () => {
  const at = workspace();
  await at((room) => ask(room, applyModel, {}), '2026-06-01T12:00:00Z');
  const set = { kind: 'team', key: 'pay', fields: { name: 'Pay' }, reason: 'x' };
  await at((room) => ask(room, setRecord, set), '2026-06-03T12:00:00Z');
  await at(async (room) => {
    const now = await ask(room, listRecords, {});
    expect(now.records.map(({ kind, name, version }) => `${kind} ${name} ${version}`)).toEqual([
      'survey pulse 1',
      'design Current 1',
      'stakeholder-group retail 1',
      'team ops 1',
      'team Pay 2',
    ]);
    expect([now.counts.team, now.counts.response, now.counts.goal, now.total]).toEqual([2, 1, 0, 5]);
    expect(now.designs).toMatchObject([{ key: 'current', status: 'in-force', inForce: true }]);
    const then = await ask(room, listRecords, { kinds: ['team'], asOf: '2026-06-02' });
    expect(then.records.map(({ name }) => name)).toEqual(['ops', 'pay']);
    const before = await ask(room, listRecords, { asOf: '2026-01-01' });
    expect(before.notices[0]).toContain('held no record of the model as of 2026-01-01');
    const page = await ask(room, listRecords, { limit: 1, offset: 4 });
    expect([page.records.map(({ key }) => key), page.total]).toEqual([['pay'], 5]);
    await expect(ask(room, listRecords, { design: 'curent' })).rejects.toThrow(/Did you mean current/);
    await expect(ask(room, listRecords, { kinds: ['taem'] })).rejects.toThrow(/Did you mean team/);
  });
});

test('a model file is taken in, under another key where that is asked for, and taken back', async () => {
  const at = workspace();
  const text = 'design: {key: current, name: Next, status: target}\nteams: [{key: pay, sizeFte: 9}, {key: new}]\n';
  await at(async (room) => {
    const asked = { text, as: 'next', reason: 'workshop' };
    const done = await ask(room, importModel, asked);
    expect(done.changes.map(({ what, kind, key, design }) => `${what} ${kind} ${key} of ${design}`)).toEqual([
      'added design next of next',
      'added team new of next',
      'added team pay of next',
    ]);
    expect(await teamsIn(room)).toEqual(asBefore);
    const { changes, unchanged } = await ask(room, compareDesigns, { before: 'current', after: 'next' });
    expect(changes.map(({ what, kind, key, fields }) => [`${what} ${kind} ${key}`, fields])).toEqual([
      [
        'changed design next',
        [
          { field: 'name', from: 'Current', to: 'Next' },
          { field: 'status', from: 'in-force', to: 'target' },
        ],
      ],
      ['removed stakeholder-group retail', []],
      ['added team new', []],
      ['removed team ops', [{ field: 'parent', from: 'pay' }]],
      ['changed team pay', [{ field: 'sizeFte', from: 5, to: 9 }]],
    ]);
    expect(unchanged).toBe(0);
    await ask(room, undoChange, { changeSet: done.changeSet ?? 0, reason: 'too early' });
    expect((await ask(room, listRecords, {})).designs.map(({ key }) => key)).toEqual(['current']);
  });
});

test('what is exported as text changes nothing when it is taken in again', async () => {
  const at = within(copyOfExample('service-desk'));
  await at(async (room) => {
    const { text } = await ask(room, exportModel, { design: 'current', asText: true });
    const again = await ask(room, importModel, { text: text ?? '', whole: true, dryRun: true, reason: 'x' });
    expect(again.changes).toEqual([]);
  });
});

test.each([
  ['what cannot be read', 'teams: [', /1 problem in the text/],
  ['what a schema refuses', 'teams: [{key: pay, sizeFte: many}]', /the text:1:\d+ teams\[0\]\.sizeFte: found "many"/],
  ['what cannot be so with what stands', 'teams: [{key: hr, parent: nobody}]', /team hr, parent: found "nobody"/],
])('a text is refused for %s', async (_, text, why) => {
  const at = workspace();
  await at(async (room) => {
    await expect(ask(room, importModel, { text, reason: 'x' })).rejects.toThrow(why);
    expect(await teamsIn(room)).toEqual(asBefore);
  });
});

test('one design is compared at two instants, with the records of the workspace', async () => {
  const at = workspace();
  await at((room) => ask(room, applyModel, {}));
  const edit = {
    edits: [...edits, { kind: 'goal', key: 'grow', fields: { statement: 'Grow' }, isNew: true }],
    reason: 'x',
  };
  await at((room) => ask(room, changeRecords, edit), '2026-06-03T12:00:00Z');
  await at(async (room) => {
    const { before, after, changes } = await ask(room, compareDesigns, { before: 'current', beforeAt: '2026-06-02' });
    expect([before.at, after.at]).toEqual(['2026-06-02T00:00:00.000Z', null]);
    expect(changes.map(({ what, key }) => `${what} ${key}`)).toEqual([
      'added grow',
      'added dev',
      'removed ops',
      'changed pay',
    ]);
    await expect(ask(room, compareDesigns, { before: 'curent' })).rejects.toThrow(/Did you mean current/);
  });
});

test('what is adopted of the evidence stands beside it as the same', async () => {
  const at = within(copyOfExample('service-desk'));
  await at(async (room) => {
    const { parts } = await ask(room, compareDiscovery, {});
    const differing = parts.filter(({ adopt, standing }) => adopt !== null && standing !== 'same');
    expect(differing.length).toBeGreaterThan(3);
    for (const part of new Set(differing.map((each) => each.part))) {
      const [row] = differing.filter((each) => each.part === part);
      const edits = row?.adopt?.edits ?? [];
      await ask(room, changeRecords, { edits, reason: 'as it is done' });
      const { parts: after } = await ask(room, compareDiscovery, {});
      const now = after.find((each) => each.part === part && each.key === row?.key);
      expect([part, now?.standing ?? 'gone']).toEqual([part, row?.standing === 'only-designed' ? 'gone' : 'same']);
    }
  });
});

test('a record that was added can be read by its design', async () => {
  const at = workspace();
  await at(async (room) => {
    await ask(room, changeRecords, { edits, reason: 'x' });
    expect(await ask(room, showRecord, { kind: 'team', key: 'dev' })).toMatchObject({ version: 1, file: null });
  });
});
