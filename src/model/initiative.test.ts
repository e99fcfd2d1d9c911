import { expect, test } from 'vitest';
import { Initiative, wentLive } from './initiative.ts';

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

test.each([
  ['the day it went into use', { liveOn: '2026-03-01', actualEnd: '2026-06-01' }, '2026-03-01'],
  ['its end where no such day is stated', { actualEnd: '2026-06-01' }, '2026-06-01'],
  ['no day while it is not in use', { plannedEnd: '2026-06-01' }, undefined],
  ['no day where it was stopped', { status: 'stopped', actualEnd: '2026-06-01' }, undefined],
  ['the day it went into use though it was stopped later', { status: 'stopped', liveOn: '2026-03-01' }, '2026-03-01'],
])('an initiative went live on %s', (_, dates, day) => {
  expect(wentLive(Initiative.parse({ key: 'x', ...dates }))).toBe(day);
});
