import { test } from 'vitest';
import { twoEqualPeriodsAreOne } from '../metamorphic.ts';

test('the figures of two thousand worlds stay when a period comes twice, but for twice the cases', () =>
  twoEqualPeriodsAreOne({ numRuns: 2000 }));
