import { expect, test } from 'vitest';
import { isMoney, isSign } from './unit.ts';

test.each([
  ['EUR', true, true],
  ['share', false, true],
  ['day', false, true],
  ['hour', false, true],
  ['item', false, false],
  ['calls', false, false],
  ['eur', false, false],
])('whether %s is money, and a sign', (unit, money, sign) => {
  expect([isMoney(unit), isSign(unit)]).toEqual([money, sign]);
});
