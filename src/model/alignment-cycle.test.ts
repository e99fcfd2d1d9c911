import { expect, test } from 'vitest';
import { AlignmentCycle } from './alignment-cycle.ts';

const steps = (...names: readonly string[]) => ({ steps: names.map((step) => ({ step, state: 'open' })) });

test.each([
  ['no step yet', {}, true],
  ['some of the steps', steps('capabilities', 'flow'), true],
  ['a step twice', steps('flow', 'flow'), false],
  ['an eighth step', steps('hope'), false],
])('a cycle may have %s', (_, parts, allowed) => {
  expect(AlignmentCycle.safeParse({ key: 'x', ...parts }).success).toBe(allowed);
});
