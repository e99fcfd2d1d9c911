import { expect, test } from 'vitest';
import { Finding } from './finding.ts';

const cost = (low: string, base: string, high: string) => ({ cost: { currency: 'EUR', low, base, high } });

test.each([
  ['a cost from low to high', cost('9.5', '10', '10.25'), true],
  ['a cost that is known', cost('10', '10', '10'), true],
  ['a base below low', cost('10', '9', '11'), false],
  ['a high below base', cost('1', '9', '8'), false],
  ['a period that ends before it starts', { period: { from: '2026-02-01', to: '2026-01-01' } }, false],
  ['a severity of a hundred', { severity: 100 }, true],
  ['a severity above', { severity: 100.1 }, false],
  ['a confidence above one', { confidence: 1.1 }, false],
  ['an action that nobody owns', { action: { what: 'w', due: '2026-01-01' } }, false],
])('a finding may have %s', (_, parts, allowed) => {
  const finding = { key: 'x', rule: 'a.b', period: { from: '2026-01-01', to: '2026-04-01' }, n: 5, ...parts };
  expect(Finding.safeParse(finding).success).toBe(allowed);
});
