import { expect, test } from 'vitest';
import { Demand } from './demand.ts';

const on = (day: number) => `2026-01-0${day}T00:00:00Z`;

test.each([
  ['left open', {}, true],
  ['deferred, then accepted', { deferredAt: on(2), acceptedAt: on(3) }, true],
  ['deferred, then declined', { deferredAt: on(2), declinedAt: on(3) }, true],
  ['accepted before it was deferred', { deferredAt: on(3), acceptedAt: on(2) }, false],
  ['accepted and declined', { acceptedAt: on(2), declinedAt: on(3) }, false],
  ['shaped before it was asked', { askedAt: on(2), shapedAt: on(1) }, false],
  ['declined before it was asked', { askedAt: on(2), declinedAt: on(1) }, false],
])('a demand may be %s', (_, parts, allowed) => {
  expect(Demand.safeParse({ key: 'x', askedBy: 'retail', askedAt: on(1), ...parts }).success).toBe(allowed);
});
