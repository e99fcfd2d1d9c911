import { expect, test } from 'vitest';
import { noticesOf } from './notices.ts';

const kept = (kind: 'team' | 'dispute', count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind,
    key: `x${index}`,
    design: '',
    what: 'changed' as const,
    fields: [],
  }));

test.each([
  ['one by one while they are few', kept('team', 5), 5, /^The team x0 was edited in the store/u],
  [
    'in one sentence once they are many',
    kept('team', 1_200),
    1,
    /^1,200 records were edited .* the team x0 among them/u,
  ],
  ['without disputes, from which no figure follows', [...kept('dispute', 9), ...kept('team', 1)], 1, /^The team x0/u],
])('records that were edited in the store are told %s', (_, records, count, first) => {
  const notices = noticesOf({ kept: records, conflicts: [], problems: [] });
  expect(notices.length).toBe(count);
  expect(notices[0]).toMatch(first);
});
