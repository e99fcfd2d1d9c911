import { test } from 'vitest';
import { commentsOnlyCoordinate } from '../metamorphic.ts';

test('the figures of four hundred worlds stay when somebody comments, but for what counts comments', () =>
  commentsOnlyCoordinate({ numRuns: 400 }));
