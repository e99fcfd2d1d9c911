import { expect, test } from 'vitest';
import { said } from './change-lines.ts';

test.each([
  ['money with its thousands in groups', { amount: '92000.00', currency: 'EUR' }, '92,000.00 EUR'],
  [
    'what holds more than money as it is kept',
    { amount: '1', currency: 'EUR', on: 1 },
    '{"amount":"1","currency":"EUR","on":1}',
  ],
  ['a text in quotes', 'red', '"red"'],
  ['nothing', undefined, 'nothing'],
])('a value is told as %s', (_, value, text) => {
  expect(said(value)).toBe(text);
});
