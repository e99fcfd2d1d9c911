import { expect, test } from 'vitest';
import { ExchangeRate } from './exchange-rate.ts';

const rate = { from: 'USD', to: 'EUR', validFrom: '2026-01-01', rate: '0.92', use: 'budget' };

test.each([
  ['as it is', {}, true],
  ['for every use', { use: undefined }, true],
  ['of many places', { rate: '0.000061234567' }, true],
  ['of nought', { rate: '0.00' }, false],
  ['below nought', { rate: '-0.92' }, false],
  ['that is a binary float', { rate: 0.92 }, false],
  ['of one currency with itself', { to: 'USD' }, false],
  ['of a currency that is none', { to: 'EURO' }, false],
  ['for a use that nobody knows', { use: 'spot' }, false],
  ['of no day', { validFrom: '2026' }, false],
])('a rate may be stated %s', (_, parts, allowed) => {
  expect(ExchangeRate.safeParse({ ...rate, ...parts }).success).toBe(allowed);
});

test.each([
  [{}, 'usd.eur.2026-01-01.budget'],
  [{ use: undefined }, 'usd.eur.2026-01-01'],
  [{ key: 'plan-2026' }, 'plan-2026'],
])('a rate with %j goes by %s', (parts, key) => {
  expect(ExchangeRate.parse({ ...rate, ...parts }).key).toBe(key);
});
