import { test } from 'vitest';
import { leavingLaws, sameStateLaws } from '../import-laws.ts';

test.each(sameStateLaws)('two thousand logs each give the same state %s', (_, law) => law({ numRuns: 2000 }));

test.each(leavingLaws)('%s, of two thousand logs', (_, law) => law({ numRuns: 2000 }));
