import { test } from 'vitest';
import { figureLaws } from '../metamorphic.ts';

test.each(figureLaws)('the figures of two thousand worlds stay when %s', (_, law) => law({ numRuns: 2000 }));
