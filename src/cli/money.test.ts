import { expect, test } from 'vitest';
import { money, moneyOr } from './money.ts';

test.each([
  ['1234567.80', '1,234,567.80'],
  ['-123456', '-123,456'],
  ['999.5', '999.5'],
  ['-1000.00', '-1,000.00'],
  ['0.00', '0.00'],
])('%s is written %s', (amount, text) => {
  expect(money(amount)).toBe(text);
});

test('what is not told is a dash', () => {
  expect([moneyOr(null), moneyOr('1000')]).toEqual(['–', '1,000']);
});
