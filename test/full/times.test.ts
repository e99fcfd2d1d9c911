import { test } from 'vitest';
import { onlyDistancesCount } from '../metamorphic.ts';

test('the figures of four hundred worlds stay when all times are moved by whole weeks', () =>
  onlyDistancesCount({ numRuns: 400 }));
