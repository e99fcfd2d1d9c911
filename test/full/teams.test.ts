import { test } from 'vitest';
import { moreTeamsMoreHandoffs } from '../metamorphic.ts';

test('the figures of four hundred worlds stay when one team becomes two, but for more hand-offs', () =>
  moreTeamsMoreHandoffs({ numRuns: 400 }));
