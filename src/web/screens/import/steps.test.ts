import { expect, test } from 'vitest';
import { beside, stepOf } from './steps.ts';

test.each([
  ['none without a file, whatever the address says', undefined, 'check', false, 'file'],
  ['the one that the address names', 'a', 'check', false, 'check'],
  ['the first that needs a file, where it names none', 'a', undefined, false, 'detect'],
  ['the first that needs a file, where there is no such step', 'a', 'nowhere', false, 'detect'],
  ['none that is done before it is', 'a', 'done', false, 'detect'],
  ['the last, once the file is in', 'a', 'map', true, 'done'],
])('the step is %s', (_, upload, step, isTaken, expected) => {
  expect(stepOf({ upload, step }, isTaken)).toBe(expected);
});

test.each([
  ['detect', 1, false, 'map'],
  ['detect', 1, true, 'check'],
  ['check', -1, true, 'detect'],
  ['preview', 1, false, 'done'],
  ['file', -1, false, undefined],
] as const)('beside %s by %i (further file: %s) is %s', (step, by, isFurther, expected) => {
  expect(beside(step, by, isFurther)).toBe(expected);
});
