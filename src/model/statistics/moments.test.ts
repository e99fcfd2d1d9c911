import { expect, test } from 'vitest';
import { momentsOf } from './moments.ts';

test.each([
  ['several values', [3, 5, 2, 8, 7], { n: 5, mean: 5, variance: 6.5 }],
  ['one value', [4], { n: 1, mean: 4, variance: 0 }],
  ['no values', [], { n: 0, mean: 0, variance: 0 }],
  ['close values far from 0', [1e9 + 1, 1e9 + 2, 1e9 + 3], { n: 3, mean: 1e9 + 2, variance: 1 }],
])('moments of %s', (_, values, moments) => {
  expect(momentsOf(values)).toEqual(moments);
});
