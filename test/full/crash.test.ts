import { test } from 'vitest';
import { killImports } from '../crash.ts';

test('imports of a million rows that are killed a hundred times lose nothing and double nothing', () =>
  killImports(100, { rows: 1_000_000, files: 10 }));
