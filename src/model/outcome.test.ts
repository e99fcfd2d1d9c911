import { expect, test } from 'vitest';
import { dueOn, Outcome } from './outcome.ts';

const on = (...days: readonly string[]) => days.map((day) => ({ on: day, value: 1 }));

test.each([
  ['nothing but its key', {}, true],
  ['measurements that follow one another', { measurements: on('2026-01-01', '2026-02-01') }, true],
  ['two measurements of a day', { measurements: on('2026-01-01', '2026-01-01') }, false],
  ['measurements out of order', { measurements: on('2026-02-01', '2026-01-01') }, false],
  ['two of a day for comparison', { control: on('2026-01-01', '2026-01-01') }, false],
  ['a measurement of no known day', { measurements: [{ value: 1 }] }, false],
  ['a baseline of no known day', { baseline: { value: 1 } }, false],
])('an outcome may have %s', (_, parts, allowed) => {
  expect(Outcome.safeParse({ key: 'x', ...parts }).success).toBe(allowed);
});

const line = { baseline: { on: '2024-01-01', value: 10 }, target: { on: '2024-01-11', value: 20 } };

test.each([
  ['the value that it began from, on its day', line, '2024-01-01', 10],
  ['the straight line in between', line, '2024-01-04', 13],
  ['the target on its day', line, '2024-01-11', 20],
  ['the target from then on', line, '2025-01-01', 20],
  ['nothing before the baseline', line, '2023-12-31', undefined],
  ['nothing before a target without a baseline', { target: line.target }, '2024-01-04', undefined],
  ['a target without a baseline on its day', { target: line.target }, '2024-01-11', 20],
  ['nothing without a target', { baseline: line.baseline }, '2024-01-04', undefined],
])('due is %s', (_, outcome, day, expected) => {
  expect(dueOn(outcome, day)).toBe(expected);
});

test.each([
  ['open without a word', { what: 'a campaign' }, true],
  ['ruled out with a reason', { what: 'a campaign', standing: 'ruled-out', because: 'branches had it too' }, true],
  ['ruled out without one', { what: 'a campaign', standing: 'ruled-out' }, false],
  ['over before it begins', { what: 'a campaign', from: '2026-02-01', to: '2026-01-01' }, false],
])('what else may explain a change is %s', (_, rival, allowed) => {
  expect(Outcome.safeParse({ key: 'x', rivals: [rival] }).success).toBe(allowed);
});
