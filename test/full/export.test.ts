import { test } from 'vitest';
import { exportedIsTheSame } from '../export-laws.ts';

test.each(['csv', 'xes'] as const)('a thousand logs exported as %s and taken in again give the same facts', (format) =>
  exportedIsTheSame(format, { numRuns: 1000 }),
);
