import { test } from 'vitest';
import { appendedIsWhole } from './append-laws.ts';

test('a log that comes in parts says what it says when it comes at once', { timeout: 300_000 }, () =>
  appendedIsWhole({ numRuns: 8, figures: true, interruptAfterTimeLimit: 120_000 }, 0.3),
);
