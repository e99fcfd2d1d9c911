import { test } from 'vitest';
import { leavingLaws } from '../import-laws.ts';

test.each(leavingLaws)('%s, of two thousand logs', (_, law) => law({ numRuns: 2000, figures: false }));
