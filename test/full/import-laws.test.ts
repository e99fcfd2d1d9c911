import { test } from 'vitest';
import { importedTwice, inAnyFiles, inAnyOrder, replaced, undone } from '../import-laws.ts';

test.each([
  ['imported twice', importedTwice],
  ['with its rows and columns in any order', inAnyOrder],
  ['cut into files that overlap, in any order', inAnyFiles],
])('two thousand logs each give the same state %s', (_, law) => law({ numRuns: 2000 }));

test.each([
  ['undoing one of two files leaves exactly the other', undone],
  ['a file that takes the place of another leaves exactly itself', replaced],
])('%s, of two thousand logs', (_, law) => law({ numRuns: 2000 }));
