import { test } from 'vitest';
import { appendedIsWhole } from './append-laws.ts';

// Of the dozen parts or so that come here, chance decides how many are added without making all facts again: the full size
// holds their share.
test('a log that comes in parts says what it says when it comes at once', { timeout: 300_000 }, () =>
  appendedIsWhole({ numRuns: 5, figures: true, interruptAfterTimeLimit: 120_000 }),
);
