import { expect, test } from 'vitest';
import type { OpenName } from '#api/names.ts';
import { openKindsOf, openNamesIn } from './open-names.ts';

const name = (kind: OpenName['kind'], raw: string, rows: number): OpenName => ({
  kind,
  raw,
  key: raw,
  why: 'no-rule',
  rows,
  suggestions: [],
});

const sources = [
  { source: 'a', names: [name('team', 'Net', 3), name('state', 'Odd', 1), name('team', 'Host', 4)] },
  { source: 'b', names: [name('team', 'Net', 5)] },
];

test('names are counted over all sources', () => {
  expect(openNamesIn(sources)).toBe(4);
});

test('names of one source are counted by their kind, with their rows', () => {
  expect(openKindsOf(sources, 'a')).toEqual([
    { kind: 'team', names: 2, rows: 7 },
    { kind: 'state', names: 1, rows: 1 },
  ]);
  expect(openKindsOf(sources, 'none')).toEqual([]);
});
