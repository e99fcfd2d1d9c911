import { test } from 'vitest';
import { leavingLaws } from '../import-laws.ts';

test.each(leavingLaws)('%s, of four hundred logs', (_, law) => law({ numRuns: 400, figures: false }));
