import { expect, test } from 'vitest';
import type { SourceCard } from '#api/sources.ts';
import { healthOf, worriesOf } from './health.ts';

const file = { file: 'a.csv', bytes: 1, modified: '2026-01-01T00:00:00Z' };
const rows = { total: 9, accepted: 9, rejected: 0, blank: 0, counted: 9, known: 0, superseded: 0 };
const whole: SourceCard = {
  source: 'log',
  name: 'Log',
  path: 'a.csv',
  importer: 'csv',
  mapping: 'maps/log.yaml',
  files: [{ ...file, state: 'held' }],
  problem: null,
  lastImport: '2026-01-01T00:00:00Z',
  from: '2025-01-01T00:00:00Z',
  until: '2025-12-31T00:00:00Z',
  rhythm: null,
  late: null,
  rows,
  names: [{ kind: 'team', rows: 9, mapped: 9, unmapped: 0 }],
  unread: [],
};

test.each<[string, Partial<SourceCard>, string]>([
  ['read whole', {}, 'whole'],
  ['not late where it is in time', { late: false }, 'whole'],
  ['to be looked at where it is late', { late: true }, 'to-look-at'],
  ['to be looked at where a row was rejected', { rows: { ...rows, rejected: 1 } }, 'to-look-at'],
  [
    'to be looked at where a name is not known',
    { names: [{ kind: 'team', rows: 9, mapped: 8, unmapped: 1 }] },
    'to-look-at',
  ],
  ['to be looked at where a file was taken out', { files: [{ ...file, state: 'undone' }] }, 'to-look-at'],
  ['not up to date where a file is new', { files: [{ ...file, state: 'new' }] }, 'broken'],
  ['not up to date where a file changed', { files: [{ ...file, state: 'changed' }] }, 'broken'],
  ['not up to date where its files are gone', { problem: 'gone', files: [] }, 'broken'],
  ['empty where nothing was ever there', { files: [], rows: { ...rows, total: 0 }, names: [] }, 'empty'],
])('a source is %s', (_, changed, health) => {
  expect(healthOf({ ...whole, ...changed })).toBe(health);
});

test('the worst of a source is told first', () => {
  const worries = worriesOf({ ...whole, late: true, problem: 'gone' });
  expect(worries.map(({ worst }) => worst)).toEqual([true, false]);
});
