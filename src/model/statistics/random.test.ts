import { expect, test } from 'vitest';
import { randomSource } from './random.ts';

// Worked out apart, with whole numbers of any size.
test.each([
  [0, [1144304738, 1416247, 958946056, 627933444]],
  [1, [2693262067, 11749833, 2265367787, 4213581821]],
  [42, [2581720956, 1925393290, 3661312704, 2876485805]],
])('seed %d gives the same stream on every machine', (seed, expected) => {
  const next = randomSource(seed);
  expect(expected.map(() => next(2 ** 32))).toEqual(expected);
});

test('every index is drawn about as often', () => {
  const next = randomSource(7);
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 70_000; i++) {
    const index = next(7);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  expect(counts).toHaveLength(7);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
