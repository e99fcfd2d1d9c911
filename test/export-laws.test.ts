import { test } from 'vitest';
import { exportedIsTheSame } from './export-laws.ts';

test.each(['csv', 'xes'] as const)(
  'a log that is exported as %s and taken in again gives the same facts',
  { timeout: 300_000 },
  (format) => exportedIsTheSame(format, { numRuns: 4 }),
);
