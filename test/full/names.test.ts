import { test } from 'vitest';
import { namesMeanNothing } from '../metamorphic.ts';

test('the figures of two thousand worlds stay when items and teams have other names', () =>
  namesMeanNothing({ numRuns: 2000 }));
