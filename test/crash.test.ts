import { test } from 'vitest';
import { killImports } from './crash.ts';

test('an import that is killed three times loses nothing and doubles nothing', { timeout: 300_000 }, () =>
  killImports(3, { rows: 60_000, files: 6 }),
);
