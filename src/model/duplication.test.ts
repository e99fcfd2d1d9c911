import { expect, test } from 'vitest';
import { Duplication } from './duplication.ts';

const twice = {
  key: 'signing',
  capability: 'onboarding',
  initiatives: ['e-sign', 'portal'],
  overlap: 0.5,
  because: 'both build a way to sign',
};

test.each([
  ['of two initiatives', {}, true],
  ['of one', { initiatives: ['e-sign'] }, false],
  ['of one that is named twice', { initiatives: ['e-sign', 'portal', 'e-sign'] }, false],
  ['for no capability', { capability: undefined }, false],
  ['of all of it', { overlap: 1 }, true],
  ['of more than all', { overlap: 1.1 }, false],
  ['without a reason', { because: ' ' }, false],
  ['that a role confirmed on a day', { confirmed: { by: 'cio', on: '2026-02-01' } }, true],
  ['confirmed by nobody', { confirmed: { on: '2026-02-01' } }, false],
  ['that ends before it begins', { from: '2026-02-01', to: '2026-01-01' }, false],
])('a duplication %s may stand on record, or may not', (_, parts, allowed) => {
  expect(Duplication.safeParse({ ...twice, ...parts }).success).toBe(allowed);
});
