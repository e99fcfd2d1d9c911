import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCases, showCase } from '#api/cases.ts';
import { conformToDesign, diagnoseWorkspace, listBrokenCases } from '#api/diagnosis.ts';
import { discoverModel } from '#api/discovery.ts';
import { profileSources } from '#api/evidence.ts';
import { explainSaying } from '#api/explain.ts';
import { exportLog } from '#api/exports.ts';
import { listMetricRows, readMetric, readMetrics } from '#api/figures.ts';
import { showAgeingWork, showCumulativeFlow, showFlowMap, showHandOffs, showTimeUse } from '#api/flow.ts';
import { traceLineage } from '#api/lineage.ts';
import { handlers } from '#handlers/index.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const settings = (path: string): string =>
  `name: then\ncurrency: EUR\ntimeZone: UTC\ncalendar: {hours: {monday-friday: ["08:00-17:00"]}}\nsources:\n  - {key: log, path: ${path}, mapping: maps/log.yaml}\n`;

const mapping = `columns: {item: item, at: at, state: state, team: team, activity: did, order: no}
time: {formats: [iso], zone: UTC}
states: {rules: [{is: New, to: new, kind: new}, {is: Work, to: work, kind: active}, {is: Done, to: done, kind: done}]}
teams: {keep: true}
decisions:
  type: {always: spend}
  steps: [{activity: ask, to: ask}, {activity: ok, to: decide}]
`;

const rightOf = (level: string): string => `design: {key: current, name: Current, status: in-force}
teams: [{key: red, level: product}, {key: blue, level: product}]
roles: [{key: lead, level: product}, {key: head, level: portfolio}]
decisionTypes: [{key: spend, decides: fund}]
decisionRights: [{key: spend, decisionType: spend, level: ${level}, decider: {role: lead}}]
`;

/** Items that take from a few hours to two weeks, one begun every day of two months; each asks and is decided on its way. */
const rows = Array.from({ length: 60 }, (_, i) => {
  const at = (hours: number): string => new Date(Date.UTC(2025, 0, 1 + i, 8 + hours)).toISOString();
  const team = ['red', 'blue'][i % 2];
  const took = 4 + ((i * 37) % 300);
  return [
    [at(0), 'New', 'ask'],
    [at(2), 'Work', ''],
    [at(took / 2 + 2), 'Work', 'ok'],
    [at(took + 3), 'Done', ''],
  ].map(([time = '', state = '', did = ''], no) => ({ time, line: `A${i},${time},${state},${team},${did},${no}\n` }));
}).flat();

const csvUntil = (instant: string): string =>
  `item,at,state,team,did,no\n${rows.flatMap(({ time, line }) => (time <= instant ? [line] : [])).join('')}`;

const end = '2025-12-31T00:00:00Z';
const then = '2025-02-01';
const instant = '2025-02-01T00:00:00.000Z';

let folder = '';
let cut = '';
const folderWith = (csv: string): string => {
  const made = mkdtempSync(join(tmpdir(), 'throughline-as-of-'));
  written(made, {
    'throughline.yaml': settings('log.csv'),
    'maps/log.yaml': mapping,
    'model/design.yaml': rightOf('product'),
    'log.csv': csv,
  });
  return made;
};
beforeEach(() => {
  folder = folderWith(csvUntil(end));
  cut = folderWith(csvUntil(instant));
});
afterEach(() => {
  removed(folder);
  removed(cut);
});

const within = async <T>(at: string, work: (room: Room) => Promise<T>, now = '2025-01-01T00:00:00Z'): Promise<T> => {
  const room = roomIn(at, { now: () => new Date(now) });
  try {
    return await work(room);
  } finally {
    await room.close();
  }
};

const figures = ['flow.flow-time', 'flow.wip-age', 'decision.latency'];

/** One of each kind of what can be opened. */
const opened = ['FL1', 'governance.at-intended-level', 'sign.flow-breakdown', 'sign.decision-bottlenecks.target-time'];

/** What every kind of question answers, read in one window as of one instant; citations are of now only. */
const everything = async (room: Room): Promise<string> => {
  const asked = { from: '2025-01-01', until: '2025-03-01', asOf: then };
  const readings = [];
  for (const metric of figures) {
    readings.push((await ask(room, readMetric, { metric, ...asked, by: 'team' })).readings);
  }
  readings.push((await ask(room, readMetrics, { metrics: figures, ...asked })).readings);
  const { rows: behind } = await ask(room, listMetricRows, { metric: 'flow.wip', ...asked });
  const { sources } = await ask(room, profileSources, { asOf: then });
  const { results } = await ask(room, conformToDesign, asked);
  const { cases } = await ask(room, listBrokenCases, { ...asked, rule: 'governance.at-intended-level' });
  const { notices: _, ...diagnosis } = await ask(room, diagnoseWorkspace, asked);
  const explained = [];
  for (const id of opened) {
    const { inputs: _inputs, ...told } = await ask(room, explainSaying, { id, ...asked });
    explained.push(told);
  }
  const { notices: _notices, ...discovered } = await ask(room, discoverModel, { asOf: then });
  const flow = [
    await ask(room, showFlowMap, asked),
    await ask(room, showCumulativeFlow, asked),
    await ask(room, showAgeingWork, asked),
    await ask(room, showHandOffs, asked),
    await ask(room, showTimeUse, asked),
    await ask(room, listCases, { ...asked, of: { stage: { source: 'log', stage: 'work' } } }),
    await ask(room, showCase, { ...asked, source: 'log', item: 'A3' }),
  ].map(({ notices: _told, ...rest }) => rest);
  const log = await ask(room, exportLog, { source: 'log', asOf: then });
  const { lineage } = await ask(room, traceLineage, { asOf: then });
  const told = { lineage, readings, behind, sources, results, cases, diagnosis, explained, discovered, flow, log };
  return JSON.stringify(told, null, 1);
};

test('figures as of an instant are those of the rows until then', async () => {
  const [of, only] = [await within(folder, everything), await within(cut, everything)];
  expect(of).toBe(only);
  expect(of).toContain('"asOf": "2025-02-01T00:00:00.000Z"');
  expect(of).not.toContain('"cite"');
});

test('what is read of the past changes nothing of what stands now', async () => {
  await within(folder, async (room) => {
    const now = await ask(room, readMetric, { metric: 'flow.velocity' });
    const past = await ask(room, readMetric, { metric: 'flow.velocity', asOf: then });
    expect([now.readings[0]?.value, past.readings[0]?.value]).toEqual([60, 24]);
    expect([now.readings[0]?.cite === undefined, past.readings[0]?.cite === undefined]).toEqual([false, true]);
    expect(await ask(room, readMetric, { metric: 'flow.velocity' })).toEqual(now);
  });
  const told: string[] = [];
  const room = roomIn(folder, { progress: (text) => told.push(text) });
  await ask(room, readMetric, { metric: 'flow.velocity' });
  await room.close();
  expect(told).not.toContain('building facts');
});

test('a question about the past that fails leaves the present', async () => {
  await within(folder, async (room) => {
    const before = await ask(room, readMetric, { metric: 'flow.velocity' });
    await expect(ask(room, readMetric, { metric: 'flow.velocity', asOf: then, until: '2024-01-01' })).rejects.toThrow();
    expect(await ask(room, readMetric, { metric: 'flow.velocity' })).toEqual(before);
  });
});

test('decisions of the past are held against the model that the store held then', async () => {
  const share = async (asOf?: string): Promise<unknown> =>
    within(
      folder,
      async (room) => {
        const { readings, notices } = await ask(room, readMetric, { metric: 'decision.at-intended-level', asOf });
        return [readings[0]?.value, notices.filter((notice) => notice.includes('no record'))];
      },
      '2025-02-20T00:00:00Z',
    );
  await within(folder, (room) => ask(room, conformToDesign, {}), '2025-01-10T00:00:00Z');
  written(folder, { 'model/design.yaml': rightOf('portfolio') });
  expect(await share()).toEqual([0, []]);
  expect(await share('2025-02-10')).toEqual([1, []]);
  expect(await share('2025-02-21')).toEqual([0, []]);
  const notice = expect.stringContaining('The store held no record of the model as of 2025-01-09');
  expect(await share('2025-01-09')).toEqual([0, [notice]]);
});

test.each([
  ['a day that is none', '2025-02-30', 'a day of the calendar'],
  ['a year of a slip', '0225-02-01', 'a year from 1900'],
])('%s is refused', async (_, asOf, why) => {
  await within(folder, async (room) => {
    await expect(ask(room, readMetric, { metric: 'flow.velocity', asOf })).rejects.toThrow(why);
  });
});

/** The command line as it is typed, in a process of its own. */
const typed = (...words: readonly string[]) => {
  const bin = join(import.meta.dirname, '..', 'bin', 'throughline.mjs');
  const env = { PATH: process.env.PATH, NO_COLOR: '1', COLUMNS: '100' };
  return spawnSync(process.execPath, [bin, ...words, folder], { encoding: 'utf8', env });
};

test.each([
  ['metric show flow.velocity', 'n 24'],
  ['conform --rule governance.at-intended-level', 'cases that broke it'],
  ['diagnose', 'What this stands on'],
  ['profile', '114 events of 31 items'],
  ['explain flow.velocity', 'The same again: throughline metric show flow.velocity --as-of 2025-02-01 '],
  ['discover', 'As a draft design: throughline discover --draft --as-of 2025-02-01 '],
])('%s reads the past where it is typed with --as-of', (command, said) => {
  const { status, stdout, stderr } = typed(...command.split(' '), '--as-of', then);
  expect(stdout).toContain(`as of ${then}`);
  expect(stdout).toContain(said);
  expect(stderr).toContain('The store held no record of the model as of 2025-02-01');
  expect(status).toBe(0);
});

test('a log is exported as of an instant where it is typed so', () => {
  const { status, stdout } = typed('export', 'log', 'log', '--as-of', then);
  expect([status, stdout.trim().split('\n').length]).toEqual([0, 115]);
  expect(stdout).not.toContain('2025-02-01T0');
});

test('a citation speaks of now, and is refused beside an instant', async () => {
  await within(folder, async (room) => {
    const { cite = '' } = await ask(room, explainSaying, { id: 'FL1' });
    expect(cite).toMatch(/^F-/u);
    await expect(ask(room, explainSaying, { id: cite, asOf: then })).rejects.toThrow('nothing beside a citation');
  });
});

test('every question that makes figures for people may be asked as of an instant', () => {
  const ids = [
    'read-metric',
    'read-metrics',
    'list-metric-rows',
    'conform-to-design',
    'list-broken-cases',
    'diagnose-workspace',
    'profile-sources',
    'explain-saying',
    'discover-model',
    'compare-discovery',
    'export-log',
    'show-workspace',
    'show-flow-map',
    'show-cumulative-flow',
    'show-ageing-work',
    'show-hand-offs',
    'show-time-use',
    'list-cases',
    'show-case',
    'trace-lineage',
    'show-trace',
    'show-value-coverage',
    'show-allocation',
    'list-capabilities',
    'show-capability',
    'show-initiative',
    'show-finance',
    'list-delays',
    'show-gate',
    'list-benefits',
    'list-due',
    'show-benefit',
    'list-outcomes',
    'show-outcome',
  ];
  const asOf = handlers.filter(
    ({ endpoint }) => 'shape' in endpoint.input && 'asOf' in (endpoint.input.shape as object),
  );
  expect(asOf.map(({ endpoint }) => endpoint.id).toSorted()).toEqual(
    [...ids, 'show-record', 'list-records', 'export-workbook', 'export-archimate'].toSorted(),
  );
  expect(readFileSync(join(import.meta.dirname, '../src/cli/commands/asked.ts'), 'utf8')).toContain('--as-of <day>');
});
