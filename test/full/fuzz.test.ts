import { expect, test } from 'vitest';
import { fuzz } from '../fuzz.ts';

test.each(['csv', 'xes'] as const)('ten minutes of mutants of %s are read or refused, at once', async (format) => {
  expect(await fuzz(format, 2, 600)).toBeGreaterThan(0);
});
