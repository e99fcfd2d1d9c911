import { expect, test } from 'vitest';
import { Decision } from './decision.ts';

const on = (day: number) => `2026-01-0${day}T00:00:00Z`;

test.each([
  ['nothing but what it is and when it was raised', {}, true],
  ['no time at which it was raised', { raisedAt: undefined }, false],
  ['a decision before it was raised', { raisedAt: on(2), decidedAt: on(1) }, false],
  ['word of it before it was decided', { decidedAt: on(3), communicatedAt: on(2) }, false],
  ['deeds before word of it', { decidedAt: on(2), communicatedAt: on(4), actedAt: on(3) }, true],
  ['deeds before it was decided', { decidedAt: on(3), actedAt: on(2) }, false],
  ['a signature before it was decided', { decidedAt: on(3), signedAt: on(2) }, false],
  ['one decider', { decidedBy: { forum: 'board' } }, true],
  ['two deciders', { decidedBy: { forum: 'board', role: 'cio' } }, false],
  ['a step before nobody', { steps: [{ at: on(1), result: 'discussed' }] }, false],
  ['a step before a role', { steps: [{ at: on(1), result: 'discussed', role: 'cio' }] }, true],
])('a decision may have %s', (_, parts, allowed) => {
  expect(Decision.safeParse({ key: 'x', type: 'fund', raisedAt: on(1), ...parts }).success).toBe(allowed);
});
