import { expect, test } from 'vitest';
import { type Changed, merged, table } from './results.ts';

const result = (file: string, noticed: number, changes = 10): Changed => ({
  file,
  changes,
  noticed,
  day: '2026-01-01',
});

test('what ran now takes the place of what was known of the same file', () => {
  const before = [result('a/x.ts', 1), result('b/z.ts', 5)];
  expect(merged(before, [result('a/x.ts', 9)])).toEqual([result('a/x.ts', 9), result('b/z.ts', 5)]);
});

test('a folder has one line, with its weakest file', () => {
  const told = table([result('a/x.ts', 9), result('a/y.ts', 7), result('b/z.ts', 0, 0)]);
  expect(told.split('\n').slice(2)).toEqual([
    '| `a` | 2 | 20 | 16 | 80 % | `y.ts` 70 % | 2026-01-01 |',
    '| `b` | 1 | 0 | 0 | 100 % | `z.ts` 100 % | 2026-01-01 |',
  ]);
});
