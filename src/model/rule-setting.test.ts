import { expect, test } from 'vitest';
import { RuleSetting } from './rule-setting.ts';

test.each([
  ['rise', [0, 0.1, 0.2], true],
  ['fall', [1, 0.9, 0.8], true],
  ['rise and fall', [0, 0.2, 0.1], false],
  ['stand still', [0, 0, 0.1], false],
  ['are two', [0, 1], false],
  ['are four', [0, 1, 2, 3], false],
])('breakpoints that %s', (_, breakpoints, allowed) => {
  expect(RuleSetting.safeParse({ key: 'decision.at-intended-level', breakpoints }).success).toBe(allowed);
});
