import { expect, test } from 'vitest';
import { Initiative } from './initiative.ts';

test.each([
  ['nothing but its key', {}, true],
  ['a plan that ends before it starts', { plannedStart: '2026-02-01', plannedEnd: '2026-01-01' }, false],
  ['work that ended before it started', { actualStart: '2026-02-01', actualEnd: '2026-01-01' }, false],
  ['work that ended on its first day', { actualStart: '2026-02-01', actualEnd: '2026-02-01' }, true],
  ['a promise made after its own date', { commitments: [{ date: '2026-01-01', promisedOn: '2026-02-01' }] }, true],
  ['a promise of no known day', { commitments: [{ date: '2026-01-01' }] }, false],
  [
    'two promises of one day',
    {
      commitments: [
        { date: '2026-01-01', promisedOn: '2025-12-01' },
        { date: '2026-02-01', promisedOn: '2025-12-01' },
      ],
    },
    false,
  ],
  ['an expectation that lacks what is not agreed yet', { expectation: { date: '2026-01-01' } }, true],
])('an initiative may have %s', (_, parts, allowed) => {
  expect(Initiative.safeParse({ key: 'x', ...parts }).success).toBe(allowed);
});
