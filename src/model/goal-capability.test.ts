import { expect, test } from 'vitest';
import { GoalCapability } from './goal-capability.ts';

test.each([
  [0, true],
  [3, true],
  [4, false],
  [-1, false],
  [1.5, false],
])('whether an importance may be %d: %s', (importance, allowed) => {
  expect(GoalCapability.safeParse({ goal: 'g', capability: 'c', importance }).success).toBe(allowed);
});

test('an importance is called after its goal and its capability', () => {
  expect(GoalCapability.parse({ goal: 'g', capability: 'c', importance: 1 }).key).toBe('g.c');
});
