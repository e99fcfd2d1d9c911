import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFile, schemaPage } from './schema.ts';

test('the page of the tables tells the tables as they are (else run: node tools/pages/schema.ts)', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await schemaPage());
});
