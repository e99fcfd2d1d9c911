import { expect, test } from 'vitest';
import { isStale, MaturityAssessment } from './maturity-assessment.ts';

test.each([
  ['nought', { level: 0 }, true],
  ['five', { level: 5 }, true],
  ['between two', { level: 2.5 }, true],
  ['below nought', { level: -1 }, false],
  ['above five', { level: 6 }, false],
  ['on no scale', { scale: undefined }, false],
])('a maturity may be %s', (_, parts, allowed) => {
  const record = { capability: 'a', on: '2026-01-01', level: 1, scale: 'iso-33020', ...parts };
  expect(MaturityAssessment.safeParse(record).success).toBe(allowed);
});

test.each([
  ['on its day', '2026-03-31', '2026-03-31', false],
  ['the day before it is a year old', '2026-03-31', '2027-03-30', false],
  ['a year after it', '2026-03-31', '2027-03-31', true],
  ['the day after a leap day that the next year lacks', '2024-02-29', '2025-03-01', true],
  ['not on the last day before it', '2024-02-29', '2025-02-28', false],
])('an assessment is stale %s', (_, on, day, stale) => {
  expect(isStale({ on }, day)).toBe(stale);
});
