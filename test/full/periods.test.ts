import { test } from 'vitest';
import { twoEqualPeriodsAreOne } from '../metamorphic.ts';

test('the figures of four hundred worlds stay when a period comes twice, but for twice the cases', () =>
  twoEqualPeriodsAreOne({ numRuns: 400 }));
