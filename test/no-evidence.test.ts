import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { discoverModel } from '#api/discovery.ts';
import { profileSources } from '#api/evidence.ts';
import { explainSaying } from '#api/explain.ts';
import { listMetricRows, readMetric } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

/** One item done in January and one in March: February has none, and of all other months nobody knows. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-silent-'));
  written(folder, {
    'throughline.yaml':
      'name: A\ncurrency: EUR\ntimeZone: Europe/Berlin\nsources: [{key: log, path: log.csv, mapping: maps/log.yaml}]\n',
    'maps/log.yaml': `columns: {item: id, at: at, state: state}
time: {formats: [iso], zone: UTC}
states:
  rules:
    - {is: Doing, to: doing, kind: active}
    - {is: Done, to: done, kind: done}
`,
    'log.csv': `id,at,state
1,2025-01-02T10:00:00Z,Doing
1,2025-01-09T10:00:00Z,Done
2,2025-03-03T10:00:00Z,Doing
2,2025-03-05T10:00:00Z,Done
`,
  });
});

afterAll(() => removed(folder));

const begins = 'the evidence begins on 2025-01-02';
const ends = 'the evidence ends on 2025-03-05';

test.each([
  [
    'a count',
    'FL5',
    [
      [null, begins],
      [null, begins],
      [1, undefined],
      [0, undefined],
      [1, undefined],
      [null, ends],
    ],
  ],
  [
    'a load',
    'FL4',
    [
      [null, begins],
      [null, begins],
      [expect.any(Number), undefined],
      [null, 'nothing was in progress'],
      [expect.any(Number), undefined],
      [null, ends],
    ],
  ],
])('%s says nothing of months outside the evidence', async (_, metric, expected) => {
  const room = roomIn(folder);
  try {
    const { readings } = await ask(room, readMetric, {
      metric,
      by: 'period',
      period: 'month',
      from: '2024-11-01',
      until: '2025-05-01',
    });
    expect(readings.map(({ value, missing }) => [value, missing])).toEqual(expected);
  } finally {
    await room.close();
  }
});

test('the whole of a window outside the evidence has no figure', async () => {
  const room = roomIn(folder);
  try {
    const { readings } = await ask(room, readMetric, { metric: 'FL5', from: '2010-01-01', until: '2011-01-01' });
    expect(readings).toMatchObject([{ value: null, n: 0, coverage: null, missing: begins }]);
  } finally {
    await room.close();
  }
});

const records = `design: {key: current, name: Current, status: in-force}
teams: [{key: web, name: Web}]
forums: [{key: board, level: portfolio, purpose: decide}]
decisionTypes: [{key: order, decides: prioritise}]
planningPeriods: [{key: q1, kind: quarter, from: 2025-01-01, to: 2025-04-01}]
priorityLists: [{key: q1-1, period: q1, approvedOn: 2025-01-02, ranking: [{rank: 1, initiative: app}, {rank: 2, initiative: move}]}]
initiatives:
  - {key: app, team: web, actualEnd: 2025-03-10}
  - {key: move, team: web}
meetings:
  - key: one
    forum: board
    heldAt: 2025-02-03T09:00:00Z
    agenda: [{subject: App first?, kind: decision, result: yes}, {subject: Status, kind: information}]
  - {key: later, forum: board, heldAt: 2026-09-01T09:00:00Z, agenda: [{subject: To come, kind: decision}]}
decisions:
  - key: app-first
    type: order
    question: App first?
    raisedAt: 2025-01-20T09:00:00Z
    decidedAt: 2025-02-03T09:00:00Z
    options: [{key: app, initiative: app}, {key: move, initiative: move}]
    favoured: app
    deferred: [{what: Move, initiative: move, costPerMonth: {amount: "100", currency: EUR}}]
    rationale: it pays sooner
stakeholderGroups: [{key: sales}]
demands:
  - {key: shop, askedBy: sales, askedAt: 2025-01-10T08:00:00Z, acceptedAt: 2025-01-12T08:00:00Z, becomes: {initiative: app}}
`;

describe('a workspace without any log', () => {
  let silent = '';
  beforeAll(() => {
    silent = mkdtempSync(join(tmpdir(), 'throughline-no-log-'));
    written(silent, {
      'throughline.yaml': 'name: A\ncurrency: EUR\ntimeZone: Europe/Berlin\nsources: []\n',
      'model/all.yaml': records,
    });
  });
  afterAll(() => removed(silent));

  const within = async <T>(work: (room: Room) => Promise<T>): Promise<T> => {
    const room = roomIn(silent);
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  };

  test.each([
    ['of what forums take up', 'DE6', 2, undefined],
    ['of decisions by the priorities', 'DE8', 1, undefined],
    ['of explicit trade-offs', 'DE9', 1, undefined],
    ['of demands that were delivered', 'FL2', 1, undefined],
    ['of no work under way, which logs tell', 'FL4', 0, 'no log was read'],
    ['of no count of what was done', 'FL5', 0, 'no log was read'],
    ['of nothing that waits for another team', 'FL13', 0, 'no log was read'],
  ])('has figures %s (%s)', async (_, metric, n, missing) => {
    await within(async (room) => {
      const { readings, notices, window, asOf } = await ask(room, readMetric, { metric });
      expect(readings).toMatchObject([{ n, ...(missing === undefined ? {} : { value: null, missing }) }]);
      expect(readings[0]?.missing === 'no log was read').toBe(missing !== undefined);
      expect(notices).toEqual([expect.stringContaining('No log was read')]);
      // From the list approved on 2 January until the end of the initiative, past the last sitting that has been.
      expect([window.from, window.until, asOf]).toEqual([
        '2025-01-01T23:00:00.000Z',
        '2025-03-11T23:00:00.000Z',
        '2025-03-10T23:00:00.000Z',
      ]);
    });
  });

  test('opens its figures, holds its rules and says in the diagnosis that no log was read', async () => {
    await within(async (room) => {
      expect((await ask(room, listMetricRows, { metric: 'FL2' })).total).toBe(1);
      expect(await ask(room, explainSaying, { id: 'DE6' })).toMatchObject({ kind: 'figure', total: 2, inputs: [] });
      const { results } = await ask(room, conformToDesign, {});
      expect(results.find(({ rule }) => rule === 'governance.agendas-decide')?.n).toBe(2);
      const diagnosis = await ask(room, diagnoseWorkspace, {});
      expect(diagnosis.sentence).toMatch(/^No log was read/u);
      expect(diagnosis.missing[0]).toMatch(/^no log was read/u);
      expect(diagnosis.work.headline.map(({ value, n }) => [value, n])).toEqual(
        diagnosis.work.headline.map(() => [null, 0]),
      );
    });
  });

  test('is read as of an instant as any other', async () => {
    await within(async (room) => {
      const { readings, asOf } = await ask(room, readMetric, { metric: 'DE6', asOf: '2025-01-15' });
      expect([readings[0]?.n, asOf]).toEqual([0, '2025-01-14T23:00:00.000Z']);
    });
  });

  test('has nothing to profile and no model to discover', async () => {
    await within(async (room) => {
      await expect(ask(room, profileSources, {})).rejects.toMatchObject({ code: 'no-evidence' });
      await expect(ask(room, discoverModel, {})).rejects.toMatchObject({ code: 'no-evidence' });
    });
  });

  test('and with nothing on record that has happened has no figure at all', async () => {
    written(silent, {
      'model/all.yaml': 'design: {key: current, name: Current, status: in-force}\nteams: [{key: web}]\n',
    });
    await within(async (room) => {
      await expect(ask(room, readMetric, { metric: 'DE6' })).rejects.toMatchObject({ code: 'no-evidence' });
    });
  });
});
