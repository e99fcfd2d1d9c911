import { test } from 'vitest';
import { figureLaws } from './metamorphic.ts';

test.each(figureLaws)('the figures stay when %s', { timeout: 300_000 }, (_, law) =>
  law({ numRuns: 3, interruptAfterTimeLimit: 120_000 }),
);
