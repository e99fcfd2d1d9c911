import { test } from 'vitest';
import { leavingLaws, sameStateLaws } from './import-laws.ts';

test.each(sameStateLaws)('a log gives the same state %s', { timeout: 300_000 }, (_, law) =>
  law({ numRuns: 3, figures: true, interruptAfterTimeLimit: 120_000 }),
);

test.each(leavingLaws)('%s', { timeout: 300_000 }, (_, law) =>
  law({ numRuns: 3, figures: true, interruptAfterTimeLimit: 120_000 }),
);
