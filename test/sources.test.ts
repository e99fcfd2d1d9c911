import { mkdtempSync, readFileSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importEvidence, undoImport } from '#api/evidence.ts';
import { listMetricRows } from '#api/figures.ts';
import { traceLineage } from '#api/lineage.ts';
import { listNameEdits, listNames, mapNames, type OpenName, undoNameEdit } from '#api/names.ts';
import { listRejects, listSources, type SourceCard } from '#api/sources.ts';
import type { Room } from '#handlers/room.ts';
import { metrics } from '#metrics/index.ts';
import { ask, copyOfExample, removed, roomIn, written } from './fixtures/workspace.ts';

const settings = `name: Acme
currency: EUR
timeZone: UTC
sources:
  - {key: log, name: Tickets, path: 'logs/*.csv', mapping: maps/log.yaml, rhythm: P7D}
`;

const mapping = `# What the columns of the tickets mean.
columns: {item: item, at: at, state: state, team: team}
key: [item, at]
time: {formats: [iso], zone: UTC}
states:
  rules:
    - {is: New, to: new, kind: new}
    - {is: Done, to: done, kind: done} # as the desk calls it
teams:
  rules:
    - is: Net
      to: network
`;

const design = `design: {key: current, name: Current, status: in-force}
teams: [{key: network, name: Network}, {key: desk, name: Service Desk}]
`;

const head = 'item,at,state,team\n';
const first = `${head}A,2026-05-01T08:00:00Z,New,Net\nA,2026-05-02T08:00:00Z,Done,Net\n\nB,soon,New,Net\n`;
/** A row that is known, one that supersedes one of the first file, a new one, and one without a name. */
const second = `${head}A,2026-05-01T08:00:00Z,New,Net\nA,2026-05-02T08:00:00Z,Done,Netwrok\nC,2026-05-03T08:00:00Z,Parked,Service desk\n,2026-05-03T08:00:00Z,New,Net\n`;

let folder = '';
let room: Room;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-sources-'));
  written(folder, {
    'throughline.yaml': settings,
    'maps/log.yaml': mapping,
    'model/design.yaml': design,
    'logs/a.csv': first,
  });
  room = roomIn(folder, { now: () => new Date('2026-05-04T12:00:00Z') });
});

afterEach(async () => {
  await room.close();
  removed(folder);
});

/** Asks as the next call of a room that stays open. */
const card = async (): Promise<SourceCard> => {
  room.renew();
  const { sources } = await ask(room, listSources, {});
  if (!sources[0]) throw new Error('the source is gone');
  return sources[0];
};

const states = async (): Promise<string[]> => (await card()).files.map(({ file, state }) => `${file} ${state}`);

const names = async (): Promise<OpenName[]> => {
  room.renew();
  return (await ask(room, listNames, { source: 'log' })).sources.flatMap((source) => source.names);
};

test('a file is told as new, held, changed or undone, and is not taken in by asking', async () => {
  expect(await states()).toEqual(['logs/a.csv new']);
  expect((await card()).lastImport).toBeNull();
  const { imports } = await ask(room, importEvidence, {});
  expect(await states()).toEqual(['logs/a.csv held']);
  written(folder, { 'logs/b.csv': second });
  utimesSync(join(folder, 'logs/a.csv'), 1, 1);
  expect(await states()).toEqual(['logs/a.csv changed', 'logs/b.csv new']);
  await ask(room, importEvidence, {});
  await ask(room, undoImport, { run: imports[0]?.run ?? 0 });
  expect(await states()).toEqual(['logs/a.csv undone', 'logs/b.csv held']);
});

test('all rows of its files are accounted for', async () => {
  await ask(room, importEvidence, {});
  expect((await card()).rows).toEqual({
    total: 3,
    accepted: 2,
    rejected: 1,
    blank: 1,
    counted: 2,
    known: 0,
    superseded: 0,
  });
  written(folder, { 'logs/b.csv': second });
  const { imports } = await ask(room, importEvidence, {});
  expect(imports.at(-1)).toMatchObject({ file: 'logs/b.csv', total: 4, accepted: 3 });
  const { rows } = await card();
  expect(rows).toEqual({ total: 7, accepted: 5, rejected: 2, blank: 1, counted: 3, known: 1, superseded: 1 });
  expect(rows.accepted + rows.rejected).toBe(rows.total);
  expect(rows.counted + rows.known + rows.superseded).toBe(rows.accepted);
});

test('of the example it accounts for what its generator wrote', async () => {
  const sample = copyOfExample('service-desk');
  const desk = roomIn(sample);
  await ask(desk, importEvidence, {});
  const { rows: ledger } = JSON.parse(readFileSync(join(sample, 'ledger.json'), 'utf8'));
  const { sources } = await ask(desk, listSources, {});
  for (const { source, rows } of sources) expect(rows).toMatchObject({ total: ledger[source].total });
  await desk.close();
  removed(sample);
});

test.each([
  ['2026-05-04T12:00:00Z', false],
  ['2026-05-09T08:00:00Z', false],
  ['2026-05-09T08:00:01Z', true],
])('at %s a last row of a week ago is late: %s', async (now, late) => {
  await ask(room, importEvidence, {});
  room.surroundings = { ...room.surroundings, now: () => new Date(now) };
  expect(await card()).toMatchObject({ until: '2026-05-02T08:00:00Z', rhythm: 'P7D', late });
});

test('a source whose files are gone says so', async () => {
  removed(join(folder, 'logs'));
  expect(await card()).toMatchObject({ files: [], problem: expect.stringContaining('logs') });
});

test('rejected rows are told by their reason, page by page', async () => {
  written(folder, { 'logs/b.csv': second });
  await ask(room, importEvidence, {});
  const all = await ask(room, listRejects, { source: 'log' });
  expect(all.total).toBe(2);
  expect(all.reasons.map(({ column, rows, file, line }) => [column, rows, file, line])).toEqual([
    ['item', 1, 'logs/b.csv', 5],
    ['at', 1, 'logs/a.csv', 5],
  ]);
  expect(all.rejects).toMatchObject([
    { file: 'logs/b.csv', line: 5, column: 'item', found: '' },
    { file: 'logs/a.csv', line: 5, column: 'at', found: 'xxxx' },
  ]);
  const [last] = (await ask(room, listRejects, { source: 'log', limit: 1, offset: 1 })).rejects;
  expect(last).toEqual(all.rejects[1]);
  const of = await ask(room, listRejects, { source: 'log', column: 'at', code: all.reasons[1]?.code });
  expect([of.total, of.rejects.length, of.reasons.length]).toEqual([1, 1, 2]);
  expect((await ask(room, listRejects, { source: 'log', column: '' })).total).toBe(0);
});

test('names that nothing is known of come with what they may stand for', async () => {
  written(folder, { 'logs/b.csv': second });
  const told = (await names()).map(({ kind, raw, why, rows, suggestions }) => [
    kind,
    raw,
    why,
    rows,
    suggestions.map(({ key }) => key).join(),
  ]);
  expect(told).toEqual([
    ['state', 'Parked', 'no-rule', 1, ''],
    ['team', 'Netwrok', 'no-rule', 1, 'network'],
    ['team', 'Service desk', 'no-rule', 1, 'desk'],
  ]);
});

const deciding = `columns: {item: item, at: at, state: state, team: team, activity: did}
time: {formats: [iso], zone: UTC}
states: {rules: [{is: New, to: new, kind: new}, {is: Wait, to: waiting}, {is: Done, to: done, kind: done}]}
teams: {rules: [{is: Net, to: networks}]}
decisions:
  type: {from: matter, rules: [{is: Buy, to: purchase}]}
  by: by
  steps: [{activity: ask, to: ask}, {activity: ok, to: decide}]
`;

const decided = `item,at,state,team,did,matter,by
A,2026-05-01T08:00:00Z,New,Net,ask,Buying,
A,2026-05-02T08:00:00Z,Wait,Net,ok,Buying,Head-of IT
A,2026-05-03T08:00:00Z,Done,Net,,Buying,
`;

test('a name is open where nothing says the kind of its stage, what is decided, at which level, or its key has no record', async () => {
  written(folder, {
    'maps/log.yaml': deciding,
    'logs/a.csv': decided,
    'model/design.yaml': `${design}roles: [{key: head-of-it, level: portfolio}]\ndecisionTypes: [{key: purchase, decides: fund}]\n`,
  });
  const told = (await names()).map(({ kind, raw, key, why, suggestions: [first] }) => [
    kind,
    raw,
    key,
    why,
    first?.key,
  ]);
  expect(told).toEqual([
    ['state', 'Wait', 'waiting', 'no-kind', undefined],
    ['team', 'Net', 'networks', 'no-record', 'network'],
    ['decider', 'Head-of IT', 'Head-of IT', 'no-rule', 'portfolio'],
    ['decision-type', 'Buying', 'Buying', 'no-rule', undefined],
  ]);
  await ask(room, mapNames, {
    source: 'log',
    names: [
      { kind: 'state', raw: 'Wait', to: 'waiting', stage: 'queue' },
      { kind: 'team', raw: 'Net', to: 'network' },
      { kind: 'decider', raw: 'Head-of IT', to: 'portfolio' },
      { kind: 'decision-type', raw: 'Buying', to: 'purchase' },
    ],
  });
  expect(await names()).toEqual([]);
});

test('what a name stands for is written into the mapping, and nothing else of it changes', async () => {
  written(folder, { 'logs/b.csv': second });
  await names();
  const meant = [
    { kind: 'team', raw: 'Netwrok', to: 'network' },
    { kind: 'state', raw: 'Parked', to: 'parked', stage: 'queue' },
  ] as const;
  const read = (): string => readFileSync(join(folder, 'maps/log.yaml'), 'utf8');
  const dry = await ask(room, mapNames, { source: 'log', names: [...meant], dryRun: true });
  expect(read()).toBe(mapping);
  const done = await ask(room, mapNames, { source: 'log', names: [...meant] });
  expect({ ...dry, dryRun: false, edit: 1 }).toEqual(done);
  expect(done.lines.map(({ mark, line }) => `${mark} ${line.trim()}`)).toEqual([
    '+ - is: Parked',
    '+ to: parked',
    '+ kind: queue',
    '- - is: Net',
    '+ - is:',
    '+ - Net',
    '+ - Netwrok',
  ]);
  expect(read()).toContain('# as the desk calls it');
  expect(done.names.map(({ rows }) => rows)).toEqual([1, 1]);
  expect((await names()).map(({ raw }) => raw)).toEqual(['Service desk']);
  expect((await card()).names.find(({ kind }) => kind === 'team')).toMatchObject({ rows: 3, mapped: 2, unmapped: 1 });
  await ask(room, undoNameEdit, { edit: 1 });
  expect(read()).toBe(mapping);
  expect((await names()).length).toBe(3);
});

/** Says one thing more of a team, as the next call of a server does. */
const say = async (raw: string, to: string, dryRun = false): Promise<void> => {
  room.renew();
  await ask(room, mapNames, { source: 'log', names: [{ kind: 'team', raw, to }], dryRun });
  room.renew();
};

const undo = async (edit: number, dryRun = false): Promise<void> => {
  await ask(room, undoNameEdit, { edit, dryRun });
  room.renew();
};

test('what was said of names is kept with who and when, and is undone as long as nothing else was said since', async () => {
  const edits = async () => (await ask(room, listNameEdits, {})).edits;
  expect(await edits()).toEqual([]);
  await say('Desk', 'desk', true);
  await say('Desk', 'desk');
  await say('Desk', 'network');
  const by = { at: '2026-05-04T12:00:00.000Z', actor: 'somebody at this machine', via: 'test', file: 'maps/log.yaml' };
  expect(await edits()).toMatchObject([
    { edit: 2, ...by, names: [{ raw: 'Desk', was: 'desk', to: 'network' }], undoneAt: null, stands: true },
    { edit: 1, ...by, names: [{ raw: 'Desk', was: null, to: 'desk' }], undoneAt: null, stands: false },
  ]);
  await expect(undo(1)).rejects.toThrow('Desk stands for something else by now');
  await expect(undo(7)).rejects.toThrow('There is no edit 7 of names');
  await undo(2, true);
  expect((await edits())[0]).toMatchObject({ undoneAt: null });
  await undo(2);
  await expect(undo(2)).rejects.toThrow('Edit 2 of names was undone');
  expect(await edits()).toMatchObject([
    { edit: 2, undoneAt: by.at, stands: false },
    { edit: 1, stands: true },
  ]);
  await undo(1);
  expect(readFileSync(join(folder, 'maps/log.yaml'), 'utf8')).toBe(mapping);
});

test('what was said of a name is not undone under an edit of the file by hand', async () => {
  await say('Desk', 'desk');
  const file = join(folder, 'maps/log.yaml');
  written(folder, { 'maps/log.yaml': readFileSync(file, 'utf8').replace('to: desk', 'to: front-desk') });
  room.renew();
  expect((await ask(room, listNameEdits, {})).edits).toMatchObject([{ edit: 1, stands: false }]);
  await expect(undo(1)).rejects.toThrow('stands for something else');
});

test.each([
  ['a kind of stage beside what is no state', { kind: 'team', raw: 'X', to: 'x', stage: 'queue' }, 'stage'],
  ['a decider where no decision is read', { kind: 'decider', raw: 'X', to: 'x' }, 'kind'],
] as const)('%s is refused', async (_, name, field) => {
  await expect(ask(room, mapNames, { source: 'log', names: [name] })).rejects.toThrow(field);
});

test('lineage counts the rows that can be listed', async () => {
  const { lineage } = await ask(room, traceLineage, {});
  for (const { id } of metrics) {
    const { total } = await ask(room, listMetricRows, { metric: id, limit: 1 });
    const found = lineage.find((each) => each.id === id);
    const rows = found?.sources.reduce((sum, each) => sum + each.rows, found.others);
    expect([id, rows]).toEqual([id, total]);
  }
});
