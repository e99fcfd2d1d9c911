import { expect, test } from 'vitest';
import { refusal } from './refusal.ts';

test.each([
  ['refused', true],
  ['rejected by the board', true],
  ['denied', true],
  ['not approved', true],
  ['vetoed', true],
  ['no', true],
  ['abgelehnt', true],
  ['zurückgewiesen', true],
  ['rejeté', true],
  ['not refused', false],
  ['not disapproved', false],
  ['noted', false],
  ['approved', false],
  ['nein, doch genehmigt', false],
])('%s is a no: %s', (outcome, no) => {
  expect(new RegExp(refusal, 'u').test(outcome)).toBe(no);
});
