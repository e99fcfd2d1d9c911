import { expect, test } from 'vitest';
import { DecisionRight } from './decision-right.ts';

const read = (parts: object) =>
  DecisionRight.safeParse({
    key: 'small-change',
    decisionType: 'change',
    level: 'team',
    decider: { role: 'team-lead' },
    ...parts,
  });

test.each([
  ['a role as decider', {}, true],
  ['a forum as decider', { decider: { forum: 'cab' } }, true],
  ['two deciders', { decider: { role: 'team-lead', forum: 'cab' } }, false],
  ['no decider', { decider: {} }, false],
  ['an amount that ends above its start', { when: { amount: { from: 0, below: 50_000 } } }, true],
  ['an amount that ends where it starts', { when: { amount: { from: 5, below: 5 } } }, false],
  ['a target time', { within: 'PT8H', clock: 'working' }, true],
  ['a target time in words', { within: 'one day' }, false],
  ['a field nobody knows', { decider2: 'x' }, false],
])('a decision right with %s', (_, parts, allowed) => {
  expect(read(parts).success).toBe(allowed);
});

test('a decision right fills in what is left out', () => {
  expect(read({}).data).toEqual({
    key: 'small-change',
    name: 'small-change',
    decisionType: 'change',
    level: 'team',
    decider: { role: 'team-lead' },
    agree: [],
    consult: [],
    inform: [],
    clock: 'elapsed',
    escalation: [],
  });
});
