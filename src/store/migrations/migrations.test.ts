import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from './index.ts';

test('every step is on the list, under the name of its file', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-\d\d-\d\d-[a-z-]+\.ts$/.test(name));
  expect(Object.keys(migrations)).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort());
});
