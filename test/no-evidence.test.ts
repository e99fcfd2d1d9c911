import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMetric } from '#api/figures.ts';
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
