import { expect, test } from 'vitest';
import { compareDecimals, Money, minorPlaces } from './money.ts';

test.each([
  ['a whole amount', '120000', 'EUR', true],
  ['cents', '0.10', 'USD', true],
  ['a credit', '-5.00', 'JPY', true],
  ['thousands separators', '120,000', 'EUR', false],
  ['a bare point', '.5', 'EUR', false],
  ['a float', 0.1, 'EUR', false],
  ['a currency in small letters', '1', 'eur', false],
  ['a currency that does not exist', '1', 'QQQ', false],
])('money may be %s', (_, amount, currency, allowed) => {
  expect(Money.safeParse({ amount, currency }).success).toBe(allowed);
});

test.each([
  ['1', '2', -1],
  ['2', '1', 1],
  ['1.0', '1', 0],
  ['0.1', '0.09', 1],
  ['-1.5', '-1.45', -1],
  ['-0.5', '0.5', -1],
  ['-0', '0', 0],
  ['9007199254740993', '9007199254740992', 1],
])('%s compared to %s is %i', (a, b, expected) => {
  expect(compareDecimals(a, b)).toBe(expected);
});

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('the smallest coin of %s has %i places, also when asked again', (currency, places) => {
  expect(minorPlaces(currency)).toBe(places);
  expect(minorPlaces(currency)).toBe(places);
});
