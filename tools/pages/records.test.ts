import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordsFile, recordsPage } from './records.ts';

test('the page of the records tells the records as they are (else run: node tools/pages/records.ts)', () => {
  expect(readFileSync(recordsFile, 'utf8')).toBe(recordsPage());
});
