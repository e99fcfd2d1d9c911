import { test } from 'vitest';
import { compareWorlds } from '../oracle/compare-worlds.ts';

test('product and oracle say the same of every metric in a thousand worlds', () =>
  compareWorlds({ numRuns: 1000, more: 3 }));
