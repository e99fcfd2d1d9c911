import { test } from 'vitest';
import { sameStateLaws } from '../import-laws.ts';

test.each(sameStateLaws)('two thousand logs each give the same facts %s', (_, law) =>
  law({ numRuns: 2000, figures: false }),
);
