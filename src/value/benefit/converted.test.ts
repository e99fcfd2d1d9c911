import { expect, test } from 'vitest';
import { converterTo } from '#model/conversion.ts';
import { ExchangeRate } from '#model/exchange-rate.ts';
import { inCurrency } from './converted.ts';
import { periods, told } from './fixtures/told.ts';

const rates = [
  { from: 'USD', to: 'EUR', rate: '0.5', validFrom: '2026-01-01', use: 'budget' },
  { from: 'USD', to: 'EUR', rate: '0.8', validFrom: '2026-01-01', use: 'average' },
].map((rate) => ExchangeRate.parse(rate));
const convert = converterTo('EUR', rates);
const line = 'plan 26q1=10; forecast 2026-01-01 26q1=20; realised 26q1=30!';

test('plans and forecasts are turned at budget rates, what came at average ones, and confirmed it stays', () => {
  expect(inCurrency(told(line, { currency: 'USD' }), 'EUR', periods, convert)).toMatchObject({
    currency: 'EUR',
    plan: { profile: [{ value: '5.00' }] },
    forecasts: [{ profile: [{ value: '10.00' }] }],
    realised: [{ value: '24.00', confirmedBy: 'owner' }],
  });
});

test.each([
  ['a rate is missing', { currency: 'GBP' }],
  ['it is not in money', { currency: undefined, unit: 'hours' }],
])('nothing is turned where %s', (_, more) => {
  expect(inCurrency(told(line, more), 'EUR', periods, convert)).toBeUndefined();
});
