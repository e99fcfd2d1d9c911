import { expect, test } from 'vitest';
import { amountIn, fullMoney, isUnitChoice } from './money.ts';

test.each([
  ['thousands in groups', '1234567.80', '1,234,567.80'],
  ['a minus that is one', '-1000', '−1,000'],
  ['no group before the first digit', '-123.4', '−123.4'],
  ['what is not known as a dash', null, '–'],
])('an amount in a table has %s', (_, amount, text) => {
  expect(fullMoney(amount)).toBe(text);
});

test('an amount is told in the currency that is asked for, or not at all', () => {
  const all = [
    { amount: '1.00', currency: 'EUR' },
    { amount: '2.00', currency: 'USD' },
  ];
  expect([amountIn(all, 'USD'), amountIn(all, 'CHF')]).toEqual(['2.00', null]);
});

test.each([
  ['no money', [], false],
  ['the currency of totals alone', ['EUR'], false],
  ['a unit alone', ['hours'], false],
  ['another currency alone, which can be told in that of totals', ['USD'], true],
  ['two', ['EUR', 'USD'], true],
])('there is a choice of units, or none, where there is %s', (_, units, isChoice) => {
  expect(isUnitChoice(units, 'EUR')).toBe(isChoice);
});
