import { expect, test } from 'vitest';
import { merged, type Result, table, wrongTable } from './results.ts';

const result = (file: string, name: string, day: string, status = 'passed'): Result => ({
  file,
  name,
  status,
  seconds: 61,
  day,
  code: 'abc1234',
});

test('the results of a file take the place of all it said before, those of other files stay', () => {
  const before = [result('a.ts', 'one', '2026-01-01'), result('a.ts', 'two', '2026-01-01')];
  const other = result('b.ts', 'three', '2026-01-01');
  const now = result('a.ts', 'one', '2026-02-02', 'failed');
  expect(merged([...before, other], [now])).toEqual([now, other]);
});

test('a proof that was passed over keeps what it said, and one that is no more says nothing', () => {
  const before = ['one', 'two', 'gone'].map((name) => result('a.ts', name, '2026-01-01'));
  const now = [result('a.ts', 'one', '2026-02-02'), result('a.ts', 'two', '2026-02-02', 'skipped')];
  expect(merged(before, now)).toEqual([now[0], before[1]]);
});

const many = (count: number): Result[] =>
  Array.from({ length: count }, (_, index) => result('a.ts', `check ${index}`, '2026-01-01'));

test.each([
  ['five results of a file, each by itself', many(5), 5],
  ['more that all passed, in one line', many(6), 1],
  ['more of which one did not, each by itself', [...many(5), result('a.ts', 'six', '2026-01-01', 'failed')], 6],
  ['those of each file by themselves', [...many(6), result('b.ts', 'one', '2026-01-01')], 2],
])('the table has %s', (_, results, lines) => {
  expect(table(results).split('\n')).toHaveLength(2 + lines);
});

test('many results in one line tell their number, and all their seconds', () => {
  expect(table(many(6))).toContain('| 6 checks, among them: check 0 | passed | 366 s |');
});

test('the table says what ran when, on which state of the code, and how it ended', () => {
  expect(table([result('a.ts', 'one', '2026-01-01', 'failed')]).split('\n')).toEqual([
    '| what is proved | result | took | run on | where |',
    '|---|---|---|---|---|',
    '| one | failed | 61 s | 2026-01-01, abc1234 | `a.ts` |',
  ]);
});

test('what was broken has a line of its own, with the share that was noticed', () => {
  const wrong = { of: 'flow.wip', variants: 30, noticed: 29, harmless: 2 };
  const told = wrongTable([result('b.ts', 'other', '2026-01-01'), { ...result('a.ts', 'x', '2026-01-01'), wrong }]);
  expect(told.split('\n').slice(2)).toEqual(['| flow.wip | 30 | 29 | 96 % | 2 |']);
});
