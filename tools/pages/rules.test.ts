import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesFile, rulesPage } from './rules.ts';

test('the page of the rules tells the rules as they are (else run: node tools/pages/rules.ts)', () => {
  expect(readFileSync(rulesFile, 'utf8')).toBe(rulesPage());
});
