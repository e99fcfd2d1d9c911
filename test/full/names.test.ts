import { test } from 'vitest';
import { namesMeanNothing } from '../metamorphic.ts';

test('the figures of four hundred worlds stay when items and teams have other names', () =>
  namesMeanNothing({ numRuns: 400 }));
