import { expect, test } from 'vitest';
import { PairCounts } from './pair-counts.ts';

test.each([3, 1024, 1025, 5000])('pairs of codes below %i keep what is put there, in order', (size) => {
  const counts = new PairCounts(size);
  counts.add(size - 1, 0, 2);
  counts.add(0, size - 1, 1);
  counts.add(size - 1, 0, 3);
  counts.set(1, 1, 7);
  expect(counts.get(size - 1, 0)).toBe(5);
  expect(counts.get(2, 2)).toBe(0);
  expect(counts.entries()).toEqual([
    { a: 0, b: size - 1, value: 1 },
    { a: 1, b: 1, value: 7 },
    { a: size - 1, b: 0, value: 5 },
  ]);
});
