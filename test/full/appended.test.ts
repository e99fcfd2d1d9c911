import { test } from 'vitest';
import { appendedIsWhole } from '../append-laws.ts';

/** One in three is: logs of starts and ends, and such as tell what was before a change, are made anew. */
const updated = 0.25;

test('two thousand logs that come in parts give the facts that they give at once', () =>
  appendedIsWhole({ numRuns: 2000, figures: false }, updated));

test('two hundred logs that come in parts say all that they say at once', () =>
  appendedIsWhole({ numRuns: 200, figures: true }, updated));
