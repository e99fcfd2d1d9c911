import { test } from 'vitest';
import { appendedIsWhole } from '../append-laws.ts';

test('two thousand logs that come in parts give the facts that they give at once', () =>
  appendedIsWhole({ numRuns: 2000, figures: false }, 0.4));

test('two hundred logs that come in parts say all that they say at once', () =>
  appendedIsWhole({ numRuns: 200, figures: true }, 0.4));
