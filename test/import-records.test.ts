import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { undoChange } from '#api/changes.ts';
import { exportWorkbook, importRecords, suggestRecordMapping } from '#api/record-files.ts';
import { listRecords, setRecord } from '#api/records.ts';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { withText } from './fixtures/edited-workbook.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const model = `design: {key: current, status: in-force}
teams: [{key: pay, sizeFte: 5}]
capabilities:
  - {key: onboarding, name: Onboarding, kind: business, maturityTarget: {level: 3, scale: iso-33020, by: 2027-01-01}}
initiatives: [{key: e-sign, name: E-sign, status: proposed, team: pay}]
`;

const workspace = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-records-'));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/a.yaml': model,
  });
  const room = roomIn(folder);
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
  const bodies = async (kind: string): Promise<unknown> =>
    (await ask(room, listRecords, { kinds: [kind] })).records.map(({ body }) => body);
  /** Imports tables given as `initiatives: Key,Name/e-sign,E-Sign` and says what came of them. */
  const take = (tables: Readonly<Record<string, string>>, more: { dryRun?: boolean; whole?: string[] } = {}) =>
    ask(room, importRecords, {
      files: Object.entries(tables).map(([name, rows]) => ({
        name: `${name}.csv`,
        content: Buffer.from(rows.replaceAll('/', '\r\n')).toString('base64'),
      })),
      reason: 'as the office has it',
      ...more,
    });
  return { room, take, bodies };
};

const told = ({ files }: Awaited<ReturnType<Awaited<ReturnType<typeof workspace>>['take']>>): string[] =>
  files.flatMap(({ name, rejected }) =>
    rejected.map(({ row, field, found, expected }) => `${name} ${row} ${field}: ${found}, ${expected}`),
  );

test('a table changes what it states, adds what is new, and leaves alone what it does not name', async () => {
  const { room, take, bodies } = await workspace();
  const table = { initiatives: 'Key,Name,Status,Planned start/e-sign,,active,/portal,Portal,,2026-03-01' };
  const dry = await take(table, { dryRun: true });
  expect(await bodies('initiative')).toEqual([{ key: 'e-sign', name: 'E-sign', status: 'proposed', team: 'pay' }]);
  const done = await take(table);
  expect(done.changes).toEqual(dry.changes);
  expect(done.changes.map(({ what, key, fields }) => [what, key, ...fields.map(({ field }) => field)])).toEqual([
    ['changed', 'e-sign', 'status'],
    ['added', 'portal', 'name', 'plannedStart'],
  ]);
  expect(await bodies('initiative')).toEqual([
    { key: 'e-sign', name: 'E-sign', status: 'active', team: 'pay' },
    { key: 'portal', name: 'Portal', plannedStart: '2026-03-01' },
  ]);
  const again = await take(table);
  expect({ changes: again.changes, untouched: again.untouched, set: again.changeSet }).toEqual({
    changes: [],
    untouched: 2,
    set: null,
  });
  await ask(room, undoChange, { changeSet: done.changeSet ?? 0, reason: 'no' });
  expect(await bodies('initiative')).toEqual([{ key: 'e-sign', name: 'E-sign', status: 'proposed', team: 'pay' }]);
});

test('an object of which a part is stated keeps the rest', async () => {
  const { take, bodies } = await workspace();
  await take({ capabilities: 'Key,Maturity target: level/onboarding,4' });
  expect(await bodies('capability')).toEqual([
    {
      key: 'onboarding',
      name: 'Onboarding',
      kind: 'business',
      maturityTarget: { level: 4, scale: 'iso-33020', by: '2027-01-01' },
    },
  ]);
});

test.each([
  [
    'a value that its field does not take',
    { initiatives: 'Key,Status/e-sign,aktiv/portal,active' },
    ['initiatives.csv 2 status: "aktiv", one of proposed, approved, active, on-hold, done, stopped'],
  ],
  ['a cell that is none', { teams: 'Key,Size FTE/pay,many' }, ['teams.csv 2 Size fte: "many", a number']],
  ['a record without a key', { initiatives: 'Name/Portal' }, ['initiatives.csv 2 key: nothing, text']],
  [
    'a record that leans on one that nobody knows',
    { initiatives: 'Key,Team/portal,sales/shop,pay' },
    ['initiatives.csv 2 team: "sales", the key of a team'],
  ],
  [
    'what leans on what is left out',
    { capabilities: 'Key,Kind,Parent/a,business,/b,busy,a/c,business,b/d,business,c' },
    [
      'capabilities.csv 3 kind: "busy", one of business, it',
      'capabilities.csv 4 parent: "b", the key of a capability',
      'capabilities.csv 5 parent: "c", the key of a capability',
    ],
  ],
  [
    'two rows that contradict each other',
    { initiatives: 'Key,Status/portal,active/portal,done' },
    ['initiatives.csv 3 status: "done", "active", as initiatives.csv, row 2 says of the same initiative'],
  ],
])('a row is rejected with its place for %s, and the others are taken', async (_, table, expected) => {
  const { take } = await workspace();
  const answer = await take(table);
  expect(told(answer)).toEqual(expected);
  const [{ rows } = { rows: undefined }] = answer.files;
  expect(rows?.total).toBe((rows?.accepted ?? 0) + (rows?.rejected ?? 0));
  expect(rows?.rejected).toBe(expected.length);
});

test('files that lean on each other are taken in whatever order they come', async () => {
  const tables = { initiatives: 'Key,Team/shop,sales', teams: 'Key,Parent/sales,pay' };
  for (const names of [Object.keys(tables), Object.keys(tables).reverse()]) {
    const { take } = await workspace();
    const answer = await take(
      Object.fromEntries(Object.entries(tables).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))),
    );
    expect(told(answer)).toEqual([]);
    expect(answer.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['initiative shop', 'team sales']);
  }
});

test('what the files do not name is closed where they state all there is of a kind, and a rejected row closes nothing', async () => {
  const { take } = await workspace();
  await take({ initiatives: 'Key/portal/shop' });
  const answer = await take({ initiatives: 'Key,Status/portal,active/shop,aktiv' }, { whole: ['initiative'] });
  expect(answer.changes.map(({ what, key }) => `${what} ${key}`)).toEqual(['removed e-sign', 'changed portal']);
  expect(answer.unclosed).toEqual([]);
});

test('nothing is closed, and it is said of what, where a row was rejected that may be of any record', async () => {
  const { take } = await workspace();
  await take({ initiatives: 'Key/portal/shop' });
  const table = { initiatives: 'Key,Planned cost: amount,Planned cost: currency/portal,1,EUR/e-sign,£2,EUR' };
  const answer = await take(table, { whole: ['initiative'] });
  expect(answer.changes.map(({ what, key }) => `${what} ${key}`)).toEqual(['changed portal']);
  expect(answer.unclosed.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['initiative e-sign', 'initiative shop']);
});

test('a draft of how a table is read can be tried as it is, also where a word is said to mean nothing', async () => {
  const { room, bodies } = await workspace();
  const content = Buffer.from('Project ID,Project name,Status\nP 1,Portal,In progress\nP 2,Shop,blue').toString(
    'base64',
  );
  const file = { name: 'plan.csv', content };
  const { known, draft } = await ask(room, suggestRecordMapping, file);
  expect(known).toBe(null);
  expect(draft).toMatchObject({ format: 'table', rowIs: 'initiative', rows: { total: 2, accepted: 2, rejected: 0 } });
  expect(draft?.yaml).toContain('blue: null');
  const mapping = { format: draft?.format, mapping: draft?.yaml };
  await ask(room, importRecords, { files: [{ ...file, ...mapping }], reason: 'as drafted' });
  expect(await bodies('initiative')).toEqual([
    { key: 'e-sign', name: 'E-sign', status: 'proposed', team: 'pay' },
    { key: 'p-1', name: 'Portal', status: 'active' },
    { key: 'p-2', name: 'Shop' },
  ]);
});

test('no mapping is drafted of what is read without one, unless it is asked for all the same', async () => {
  const { room } = await workspace();
  const file = { name: 'teams.csv', content: Buffer.from('Key,Team name\npay,Payments').toString('base64') };
  expect(await ask(room, suggestRecordMapping, file)).toMatchObject({ known: { format: 'record-csv' }, draft: null });
  const { draft } = await ask(room, suggestRecordMapping, { ...file, always: true });
  expect(draft).toMatchObject({ rowIs: 'team', columns: [{ as: 'team key' }, { as: 'team name' }] });
});

test('a table that is only called like a kind of record is drafted', async () => {
  const { room } = await workspace();
  const text = 'Team ID,Team name,Headcount\nT1,Payments,7\nT2,Claims,5\n';
  const file = { name: 'teams.csv', content: Buffer.from(text).toString('base64') };
  const { known, draft } = await ask(room, suggestRecordMapping, file);
  expect([known, draft?.rowIs, draft?.rows.accepted]).toEqual([null, 'team', 2]);
});

test.each([
  ['a file of no known format', 'notes.bin', 'x', 'notes.bin is of no format that records are read from.'],
  ['an empty file', 'teams.csv', '', 'No records can be read from teams.csv: it is empty.'],
  ['a table without known columns', 'teams.csv', 'Foo,Bar\r\n1,2', 'its first row names no field of a team'],
  ['a quote that is never closed', 'teams.csv', 'Key,Name\r\npay,"P', 'teams.csv cannot be read at row 2'],
])('%s is refused', async (_, name, text, sentence) => {
  const { room } = await workspace();
  const files = [{ name, content: Buffer.from(text).toString('base64') }];
  await expect(ask(room, importRecords, { files, reason: 'x' })).rejects.toThrow(sentence);
});

test('what is stated only for others to lean on gives way to what stands, and to what is stated elsewhere', async () => {
  const { room, bodies } = await workspace();
  const projects = (id: string) =>
    `Unique Investment Identifier,Investment Title,Project ID,Project Name,Project Life Cycle Cost,Project Status\n005-1,Crops,${id},Silo,3,Completed\n`;
  const take = (content: string) =>
    ask(room, importRecords, {
      files: [{ name: 'Projects.csv', content: Buffer.from(content).toString('base64') }],
      reason: 'the dashboard',
    });
  const first = await take(projects('1'));
  expect(first.changes.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual([
    'chain-link investment.005-1.initiative.project-1',
    'initiative project-1',
    'investment 005-1',
  ]);
  const fields = { name: 'Harvest', class: 'run' };
  await ask(room, setRecord, { kind: 'investment', key: '005-1', fields, reason: 'as the office has it' });
  const second = await take(projects('2'));
  expect(second.changes.map(({ kind }) => kind).sort()).toEqual(['chain-link', 'initiative']);
  expect(await bodies('investment')).toMatchObject([{ key: '005-1', name: 'Harvest', class: 'run' }]);
});

test('a workbook that comes back as it left changes nothing, and what is edited in it is all that changes', async () => {
  const { room, bodies } = await everyKindOfRecord();
  const { content, name, sheets } = await ask(room, exportWorkbook, {});
  const take = (book: string) =>
    ask(room, importRecords, { files: [{ name, content: book }], reason: 'as edited', dryRun: false });
  const again = await take(content);
  expect(told(again)).toEqual([]);
  expect(again.files.map(({ remarks }) => remarks)).toEqual([[]]);
  expect(again.changes).toEqual([]);
  expect(again.untouched).toBeGreaterThan(50);
  expect(sheets.length).toBeGreaterThan(60);
  const before = await bodies('initiative');
  const edited = await take(
    withText(Buffer.from(content, 'base64'), 'half of the contracts are signed online', 'two thirds are').toString(
      'base64',
    ),
  );
  expect(edited.changes.map(({ key, fields }) => [key, ...fields.map(({ field }) => field)])).toEqual([
    ['sign-online', 'success.words'],
    ['e-sign', 'expectation.measure'],
  ]);
  await ask(room, undoChange, { changeSet: edited.changeSet ?? 0, reason: 'no' });
  expect(await bodies('initiative')).toEqual(before);
});

test('a workbook holds the kinds that are asked for, and never the answers to a survey', async () => {
  const { room } = await everyKindOfRecord();
  const { sheets } = await ask(room, exportWorkbook, { kinds: ['investment'] });
  expect(sheets).toEqual([
    { sheet: 'Investments', rows: 1 },
    { sheet: 'Investment budget', rows: 1 },
    { sheet: 'Investment spend', rows: 1 },
  ]);
  const all = await ask(room, exportWorkbook, {});
  expect(all.sheets.filter(({ sheet }) => /response/iu.test(sheet))).toEqual([]);
  await expect(ask(room, exportWorkbook, { kinds: ['response'] })).rejects.toThrow('never leave the workspace');
});

/** A workspace with every kind of record, and nothing else. */
const everyKindOfRecord = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-workbook-'));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/all.yaml': JSON.stringify(everyKind),
  });
  const room = roomIn(folder);
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
  const bodies = async (kind: string): Promise<unknown> =>
    (await ask(room, listRecords, { kinds: [kind] })).records.map(({ body }) => body);
  return { room, bodies };
};
