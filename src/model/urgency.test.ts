import { expect, test } from 'vitest';
import { Urgency } from './urgency.ts';

test.each([
  ['a constant loss', { profile: 'constant' }, true],
  ['a deadline', { profile: 'deadline', deadline: '2027-01-01' }, true],
  ['a deadline of no day', { profile: 'deadline' }, false],
  ['a deadline beside another profile', { profile: 'constant', deadline: '2027-01-01' }, false],
  ['a decay', { profile: 'decaying', halvesInMonths: 6 }, true],
  ['a decay without a time', { profile: 'decaying' }, false],
  ['a decay that takes no time', { profile: 'decaying', halvesInMonths: 0 }, false],
  ['points instead of money', { profile: 'points' }, false],
])('%s may be stated, or not', (_, urgency, allowed) => {
  expect(Urgency.safeParse(urgency).success).toBe(allowed);
});
