import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from './moments.ts';
import { oneWayRandomEffects } from './one-way-random-effects.ts';

// Shrout and Fleiss (1979), table 2: six targets, four judges; ICC(1,1) = .17.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test.each([
  ['the published example', shroutFleiss, 0.16574176840547544, -0.13293232487475098, 0.722560062328121],
  [
    'groups of different size',
    [
      [1, 2, 3],
      [4, 5, 6, 7],
      [2, 9],
    ],
    0.31578947368421056,
    -0.3070174101,
    0.9691563289,
  ],
  ['an empty group as absent', [[1, 2, 3], [], [4, 5, 6, 7], [2, 9]], 0.31578947368421056, -0.3070174101, 0.9691563289],
  [
    'groups more alike than chance as a negative share',
    [
      [1, 9],
      [2, 8],
      [3, 7],
    ],
    -1,
    -1,
    -1,
  ],
  [
    'groups that differ in everything',
    [
      [1, 1],
      [2, 2],
    ],
    1,
    1,
    1,
  ],
])('the share of variance between groups reads %s', (_, groups, value, lower, upper) => {
  const estimate = oneWayRandomEffects(groups.map(momentsOf));
  expect(estimate?.value).toBeCloseTo(value, 10);
  expect(estimate?.lower).toBeCloseTo(lower, 8);
  expect(estimate?.upper).toBeCloseTo(upper, 8);
});

test.each([
  ['one group', [[1, 2, 3]]],
  ['one group that has rows', [[1, 2, 3], []]],
  ['groups of one', [[1], [2], [3]]],
  [
    'values that are all the same',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  ['no groups', []],
])('the share of variance between groups is unknown for %s', (_, groups) => {
  expect(oneWayRandomEffects(groups.map(momentsOf))).toBeNull();
});

test('a group of one counts even where its variance came as no number', () => {
  const groups = [[1, 2, 3], [4, 5, 6, 7], [2]].map(momentsOf);
  const fromSql = groups.map((group) => (group.n === 1 ? { ...group, variance: Number.NaN } : group));
  expect(oneWayRandomEffects(fromSql)).toEqual(oneWayRandomEffects(groups));
});

const group = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 12 });

test('the estimate lies in its interval, and neither moves with the unit', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 8 }), (groups) => {
      const estimate = oneWayRandomEffects(groups.map(momentsOf));
      const inHours = oneWayRandomEffects(groups.map((values) => momentsOf(values.map((value) => 60 * value + 7))));
      if (!estimate) return;
      expect(estimate.value).toBeGreaterThanOrEqual(estimate.lower - 1e-9);
      expect(estimate.value).toBeLessThanOrEqual(estimate.upper + 1e-9);
      expect(inHours?.value).toBeCloseTo(estimate.value, 6);
    }),
    { numRuns: 60 },
  );
});
