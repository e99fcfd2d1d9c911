import { expect, test } from 'vitest';
import { evidence } from './fixtures/evidence.ts';
import { flowBreakdown } from './flow-breakdown.ts';
import { readRules } from './read.ts';

const older = 'flow.wip-age/olderThanP85=0.4 0.3..0.5 n20';
const ageing = (usualOlder: number | null, figures = older) =>
  readRules(flowBreakdown, evidence({ figures, usualOlder })).find(({ rule }) => rule.endsWith('.ageing'));

test.each([
  ['as it always was', 0.4, 0, 'history'],
  ['half as much again', 0.4 / 1.5, 50, 'history'],
  ['twice as much', 0.2, 100, 'history'],
  ['by the product where there is no history', null, 60, 'default'],
  ['by the product where none was ever older', 0, 60, 'default'],
  ['by the product where all were older', 1, 60, 'default'],
])('work in progress is judged %s', (_, usual, severity, from) => {
  const result = ageing(usual);
  expect(result?.thresholds?.from).toBe(from);
  expect(result?.severity?.value).toBeCloseTo(severity, 5);
});

test('twice as bad is never more than all of it', () => {
  expect(ageing(0.8)?.thresholds).toMatchObject({ asDesigned: 0.8, worstTolerable: 0.9, twiceAsBad: 1 });
});

test('nothing is told of work in progress that was not read', () => {
  expect(ageing(0.2, '')?.missing).toBe('the age of work in progress was not read');
});

test('the other rules stand on conformance and metrics', () => {
  const read = readRules(
    flowBreakdown,
    evidence({
      figures:
        'flow.flow-efficiency=0.1 0.1..0.1; flow.waiting/atBoundaries=0.3 0.3..0.3; flow.handoffs=1 1..1; flow.dependencies/heldUp=0.45 0.45..0.45',
      rules: 'delivery.wip-within-limits=0.8 0.8..0.8; delivery.within-target=0.6 0.6..0.6',
    }),
  );
  const severities = Object.fromEntries(read.map(({ rule, severity }) => [rule.split('.').at(-1), severity?.value]));
  expect(severities).toMatchObject({
    efficiency: 100,
    boundaries: 50,
    'hand-overs': 0,
    'blocked-by-others': 75,
    'over-limit': 50,
    'target-time': 100,
  });
});

test('what is over the limit is told, not what is within', () => {
  const read = readRules(flowBreakdown, evidence({ rules: 'delivery.wip-within-limits=0.8 0.75..0.85' }));
  expect(read.find(({ rule }) => rule.endsWith('.over-limit'))?.says).toBe(
    'on 20% of stage-days more work lies in a stage than its limit allows (95% interval 15–25, n 100)',
  );
});
