import { test } from 'vitest';
import { sameStateLaws } from '../import-laws.ts';

test.each(sameStateLaws)('four hundred logs each give the same facts %s', (_, law) =>
  law({ numRuns: 400, figures: false }),
);
