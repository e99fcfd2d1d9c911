import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signsFile, signsPage } from './signs.ts';

test('the page of the signs tells the signs as they are (else run: node tools/pages/signs.ts)', () => {
  expect(readFileSync(signsFile, 'utf8')).toBe(signsPage());
});
