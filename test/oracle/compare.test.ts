import { test } from 'vitest';
import { compareWorlds } from './compare-worlds.ts';

test('product and oracle say the same of every metric in sixty worlds', { timeout: 600_000 }, () =>
  compareWorlds({ numRuns: 60, interruptAfterTimeLimit: 300_000 }),
);
