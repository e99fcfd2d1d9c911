import { test } from 'vitest';
import { compareWorlds } from './compare-worlds.ts';

test('product and oracle say the same of every metric in twenty-five worlds', { timeout: 600_000 }, () =>
  compareWorlds({ numRuns: 25, interruptAfterTimeLimit: 300_000 }),
);
