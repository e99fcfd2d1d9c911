import { expect, test } from 'vitest';
import { conditionText, lengthText } from './said.ts';

test.each([
  ['P14D', '14 d'],
  ['PT8H', '8 h'],
  ['P1DT12H', '1 d 12 h'],
  ['P13W', '13 w'],
  ['PT0.3S', '0.3 s'],
  ['PT15M', '15 min'],
])('%s is said as %s', (duration, text) => {
  expect(lengthText(duration)).toBe(text);
});

test.each([
  ['no condition', undefined, 'always'],
  ['an amount up to a limit', { amount: { below: 5000 } }, 'amount below 5,000'],
  ['an amount from nought', { amount: { from: 0, below: 5000 } }, 'amount below 5,000'],
  ['an amount from a limit on', { amount: { from: 5000 } }, 'amount from 5,000'],
  ['a range', { amount: { from: 5000, below: 50_000 } }, 'amount 5,000 to below 50,000'],
  ['what is not regulated', { regulated: false }, 'not regulated'],
  ['several words', { risk: ['low', 'medium'], itemType: ['change'] }, 'risk low or medium, type change'],
])('a right holds for %s', (_, when, text) => {
  expect(conditionText(when, (value) => value.toLocaleString('en'))).toBe(text);
});
