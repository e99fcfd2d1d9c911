import { test } from 'vitest';
import { moreTeamsMoreHandoffs } from '../metamorphic.ts';

test('the figures of two thousand worlds stay when one team becomes two, but for more hand-offs', () =>
  moreTeamsMoreHandoffs({ numRuns: 2000 }));
