import { expect, test } from 'vitest';
import { unfounded } from './figures.ts';

const answer = { value: 0.6123, n: 1404, days: 2.85, says: 'takes 9.3 paths' };

test.each([
  ['a share of a hundred', '61%', []],
  ['the rest of a share', '39%', []],
  ['thousands in groups', 'n 1,404', []],
  ['hours of days', '68.4 h', []],
  ['a number of a sentence', '9.3 paths', []],
  ['the name of a period', '2026-Q1', []],
  ['a share that is another', '62%', [62]],
  ['a number that is finer than what was answered bears', '2.86 d', [2.86]],
  ['two of which one is made up', '61% of 1,405', [1405]],
])('the walk tells %s', (_, text, numbers) => {
  expect(unfounded(text, answer)).toEqual(numbers);
});
