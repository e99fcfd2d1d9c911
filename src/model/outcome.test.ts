import { expect, test } from 'vitest';
import { Outcome } from './outcome.ts';

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

test.each([
  ['open without a word', { what: 'a campaign' }, true],
  ['ruled out with a reason', { what: 'a campaign', standing: 'ruled-out', because: 'branches had it too' }, true],
  ['ruled out without one', { what: 'a campaign', standing: 'ruled-out' }, false],
  ['over before it begins', { what: 'a campaign', from: '2026-02-01', to: '2026-01-01' }, false],
])('what else may explain a change is %s', (_, rival, allowed) => {
  expect(Outcome.safeParse({ key: 'x', rivals: [rival] }).success).toBe(allowed);
});
