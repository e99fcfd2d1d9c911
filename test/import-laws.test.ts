import { test } from 'vitest';
import { importedTwice, inAnyFiles, inAnyOrder, replaced, undone } from './import-laws.ts';

test.each([
  ['imported twice', importedTwice],
  ['with its rows and columns in any order', inAnyOrder],
  ['cut into files that overlap, in any order', inAnyFiles],
])('a log gives the same state %s', { timeout: 300_000 }, (_, law) =>
  law({ numRuns: 6, interruptAfterTimeLimit: 120_000 }),
);

test.each([
  ['undoing one of two files leaves exactly the other', undone],
  ['a file that takes the place of another leaves exactly itself', replaced],
])('%s', { timeout: 300_000 }, (_, law) => law({ numRuns: 6, interruptAfterTimeLimit: 120_000 }));
