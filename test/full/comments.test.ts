import { test } from 'vitest';
import { commentsOnlyCoordinate } from '../metamorphic.ts';

test('the figures of two thousand worlds stay when somebody comments, but for what counts comments', () =>
  commentsOnlyCoordinate({ numRuns: 2000 }));
