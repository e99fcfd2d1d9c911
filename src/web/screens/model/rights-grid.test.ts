import { expect, test } from 'vitest';
import { rightsGrid } from './rights-grid.ts';

const record = (kind: string, key: string, body: object = {}) => ({
  kind,
  design: 'current',
  key,
  name: key.toUpperCase(),
  version: 1,
  body: { key, ...body },
});

const grid = rightsGrid({
  levels: [record('level', 'top', { rank: 9 }), record('level', 'team', { rank: 1 })],
  roles: [
    record('role', 'cio', { level: 'top' }),
    record('role', 'lead', { level: 'team' }),
    record('role', 'guest', { level: 'away' }),
  ],
  forums: [record('forum', 'board', { level: 'top' })],
  types: [record('decision-type', 'fund'), record('decision-type', 'unruled')],
  rights: [
    record('decision-right', 'large', {
      decisionType: 'fund',
      level: 'top',
      decider: { forum: 'board' },
      agree: ['cio'],
      consult: ['lead'],
    }),
    record('decision-right', 'small', {
      decisionType: 'fund',
      level: 'team',
      decider: { role: 'lead' },
      inform: ['cio'],
    }),
  ],
});

test('roles and forums stand by level, from the work upward, and last what stands on no level of the design', () => {
  expect(grid.columns.map(({ key }) => key)).toEqual(['lead', 'cio', 'board', 'guest']);
  expect(grid.levels).toEqual([
    { key: 'team', name: 'TEAM', width: 1 },
    { key: 'top', name: 'TOP', width: 2 },
    { key: 'away', name: 'away', width: 1 },
  ]);
});

test('each right says who has what say, and the first of a type bears its name', () => {
  expect(grid.rows.map(({ right, isFirst, cells }) => [right.key, isFirst, ...cells])).toEqual([
    ['small', true, 'decides', 'is informed', null, null],
    ['large', false, 'is consulted', 'agrees', 'decides', null],
  ]);
});
