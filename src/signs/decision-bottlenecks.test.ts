import { expect, test } from 'vitest';
import { decisionBottlenecks } from './decision-bottlenecks.ts';
import type { Queue } from './define.ts';
import { evidence } from './fixtures/evidence.ts';
import { readRules } from './read.ts';

const queue: Queue = { decider: 'board', open: 25, decided: 100, days: 40, target: null };
const clearing = (changed: Partial<Queue>) =>
  readRules(decisionBottlenecks, evidence({ queue: { ...queue, ...changed } })).find(({ rule }) =>
    rule.endsWith('.queue'),
  );

test.each([
  ['open decisions at the pace of the window', {}, 10],
  ['twice as long for twice as many', { open: 50 }, 20],
  ['half as long at twice the pace', { days: 20 }, 5],
  ['no time where none is open', { open: 0 }, 0],
])('a queue takes %s', (_, changed, days) => {
  expect(clearing(changed)?.value).toBeCloseTo(days, 9);
});

test('both counts could have come out otherwise', () => {
  const { lower, upper, interval } = clearing({}) ?? {};
  expect(interval).toBe('event-counts');
  expect(lower).toBeCloseTo((4.02 ** 2 * 40) / 10.98 ** 2, 9);
  expect(upper).toBeCloseTo((5.98 ** 2 * 40) / 9.02 ** 2, 9);
});

test.each([
  ['the product where rights allow any time', {}, 50, 'default'],
  ['the rights where they state a time', { target: 5 }, 100, 'design'],
  ['the rights where they are generous', { target: 20 }, 0, 'design'],
])('a queue is judged by %s', (_, changed, severity, from) => {
  expect(clearing(changed)).toMatchObject({ severity: { value: severity }, thresholds: { from } });
});

test('a handful is no queue for sure, however slow the pace', () => {
  expect(clearing({ open: 2, days: 800 })?.severity).toMatchObject({ value: 80, lower: 0 });
});

test('it is told of five decisions, of no fewer, and of no decider', () => {
  expect(clearing({ decided: 5 })?.value).toBe(200);
  expect(clearing({ decided: 4 })?.missing).toBe('too few: board made 4 of at least 5 decisions');
  expect(readRules(decisionBottlenecks, evidence()).at(-1)?.missing).toMatch(/^no decision stands before anybody/u);
});

test('the other rules stand on conformance and metrics', () => {
  const read = readRules(
    decisionBottlenecks,
    evidence({
      figures:
        'decision.escalation-rate=0.25 0.25..0.25; decision.reopen-rate/revisited=0.7 0.7..0.7; decision.unclear-right=0.02 0.02..0.02',
      rules: 'governance.within-target-time=0.8 0.8..0.8',
    }),
  );
  expect(read.slice(0, 4).map(({ severity }) => severity?.value)).toEqual([50, 50, 100, 0]);
});
