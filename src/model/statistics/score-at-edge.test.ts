import { expect, test } from 'vitest';
import { ratioSums } from './ratio-estimator.ts';
import { scoreAtEdge } from './score-at-edge.ts';
import { wilson } from './wilson.ts';

const twelve = Array.from({ length: 12 }, () => 3);

test.each([
  ['0 of twelve like rows is that of 0 of 12', twelve.map(() => 0), twelve, wilson(0, 12)],
  ['1 of twelve like rows is that of 12 of 12', twelve, twelve, wilson(12, 12)],
  ['0 of one large and many small rows is that of hardly more than one', [0, 0, 0], [1000, 1, 1], wilson(0, 1.004004)],
])('the interval of %s', (_, tops, bottoms, { lower, upper }) => {
  const interval = scoreAtEdge(ratioSums(tops, bottoms));
  expect(interval?.lower).toBeCloseTo(lower, 6);
  expect(interval?.upper).toBeCloseTo(upper, 6);
});

test.each([
  ['between', [1, 0], [2, 2]],
  ['over nothing', [0, 0], [0, 0]],
])('a ratio %s has none', (_, tops, bottoms) => {
  expect(scoreAtEdge(ratioSums(tops, bottoms))).toBeNull();
});
