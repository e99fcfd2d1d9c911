import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Conversion, converterTo, totalOf } from './conversion.ts';
import { differenceOf, productOf } from './decimal.ts';
import { ExchangeRate, RateUse } from './exchange-rate.ts';
import { compareDecimals, type Money } from './money.ts';

/** `USD>EUR 2026-01-01 0.92 budget` as a rate. */
const rate = (text: string): ExchangeRate => {
  const [pair = '', validFrom, rate, use] = text.split(' ');
  const [from, to] = pair.split('>');
  return ExchangeRate.parse({ from, to, validFrom, rate, use });
};

const money = (text: string): Money => ({ amount: text.split(' ')[0] ?? '', currency: text.split(' ')[1] ?? '' });

const converted = (amount: string, on: string, use: string, rates: string): Conversion =>
  converterTo('EUR', rates === '' ? [] : rates.split('; ').map(rate))(money(amount), on, RateUse.parse(use));

const year = 'USD>EUR 2026-01-01 0.9 average; USD>EUR 2026-07-01 0.8 average';

test.each([
  ['not, where it is that currency already', '10.123 EUR', '2026-01-01', 'average', '', '10.123'],
  ['by the rate of its day', '10 USD', '2026-01-01', 'average', year, '9.00'],
  ['by the rate of the day before the next', '10 USD', '2026-06-30', 'average', year, '9.00'],
  ['by the next rate from its day on', '10 USD', '2026-07-01', 'average', year, '8.00'],
  [
    'in whatever order rates are stated',
    '10 USD',
    '2026-07-01',
    'average',
    year.split('; ').reverse().join('; '),
    '8.00',
  ],
  ['by no rate of a later day', '10 USD', '2025-12-31', 'average', year, undefined],
  ['by no rate of another use', '10 USD', '2026-01-01', 'budget', year, undefined],
  ['by the rate for all uses', '10 USD', '2026-07-01', 'budget', `${year}; USD>EUR 2026-01-01 0.7`, '7.00'],
  [
    'by the rate of the use before that for all',
    '10 USD',
    '2026-07-02',
    'average',
    `${year}; USD>EUR 2026-07-02 0.7`,
    '8.00',
  ],
  [
    'by division, where a rate is stated the other way round',
    '10 USD',
    '2026-01-01',
    'closing',
    'EUR>USD 2026-01-01 1.2 closing',
    '8.33',
  ],
  [
    'by the rate stated this way, where there are both',
    '10 USD',
    '2026-01-01',
    'closing',
    'EUR>USD 2026-01-01 1.2 closing; USD>EUR 2025-01-01 0.5 closing',
    '5.00',
  ],
  [
    'not through a third currency',
    '10 USD',
    '2026-01-01',
    'closing',
    'USD>GBP 2026-01-01 0.7; GBP>EUR 2026-01-01 1.2',
    undefined,
  ],
  ['a credit as what it is', '-0.005 USD', '2026-01-01', 'average', 'USD>EUR 2026-01-01 1', '-0.01'],
])('an amount is converted %s', (_, amount, on, use, rates, expected) => {
  const result = converted(amount, on, use, rates);
  expect(result.original).toEqual(money(amount));
  expect(result.converted?.amount).toBe(expected);
});

test('what cannot be converted says which rate there would have to be', () => {
  expect(converted('10 USD', '2025-12-31', 'average', year)).toMatchObject({
    missing: 'no rate from USD to EUR for the use average on 2025-12-31',
  });
});

test('what is converted names its rate, and is in the smallest coin of the currency', () => {
  const yen = rate('EUR>JPY 2026-01-01 161.555');
  expect(converterTo('JPY', [yen])(money('10.00 EUR'), '2026-01-01', 'closing')).toEqual({
    original: money('10.00 EUR'),
    converted: money('1616 JPY'),
    by: yen,
  });
});

test.each([
  ['nothing is no total', '', null, 0],
  ['what could be converted is added up', '1.10 EUR; 10 USD; 3 CHF', { amount: '10.10', currency: 'EUR' }, 1],
  ['nought only where it is stated', '0.00 EUR', { amount: '0.00', currency: 'EUR' }, 0],
  ['what could not be converted is no nought', '3 CHF', null, 1],
])('of several amounts, %s', (_, amounts, total, unconverted) => {
  const convert = converterTo('EUR', [rate('USD>EUR 2026-01-01 0.9')]);
  const all = amounts === '' ? [] : amounts.split('; ').map((each) => convert(money(each), '2026-01-01', 'average'));
  const found = totalOf(all, 'EUR');
  expect(found.total).toEqual(total);
  expect(found.unconverted).toHaveLength(unconverted);
});

const amounts = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2));
const rates = fc.integer({ min: 1, max: 10 ** 7 }).map((parts) => (parts / 10_000).toFixed(4));

test('an amount divided by a rate and multiplied by it again is off by no more than half a cent of the one', () => {
  fc.assert(
    fc.property(amounts, rates, (amount, per) => {
      const convert = converterTo('EUR', [rate(`EUR>USD 2026-01-01 ${per}`)]);
      const back = productOf(
        convert({ amount, currency: 'USD' }, '2026-01-01', 'closing').converted?.amount ?? '',
        per,
      );
      const off = differenceOf(amount, back).replace('-', '');
      expect(compareDecimals(off, productOf('0.005', per))).toBeLessThanOrEqual(0);
    }),
  );
});
