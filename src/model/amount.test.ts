import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DecimalSign, readAmount, readDecimal } from './amount.ts';

test.each([
  ['plain digits', '12500', 12_500],
  ['points between thousands', '12.500,00', 12_500],
  ['commas between thousands', '1,029.78', 1029.78],
  ['blanks between thousands', '1 250,50', 1250.5],
  ['narrow blanks between thousands', '1\u202f250,50', 1250.5],
  ['apostrophes between thousands', "1'250.00", 1250],
  ['Swiss apostrophes and a dash for no cents', 'CHF 1’250.–', 1250],
  ['several groups', '1.234.567', 1_234_567],
  ['Indian groups', '12,34,567.00', 1_234_567],
  ['a code in front', 'EUR 12500', 12_500],
  ['a code behind', '12500 EUR', 12_500],
  ['a sign in front', '£1,029.78', 1029.78],
  ['a sign behind', '1.029,78 €', 1029.78],
  ['a sign with its country', 'R$ 1.500,00', 1500],
  ['a currency in letters', '12,50 kr', 12.5],
  ['brackets for what is owed', '(12)', -12],
  ['brackets around a currency', '(€1,200.50)', -1200.5],
  ['a minus', '-12', -12],
  ['a long minus', '−12', -12],
  ['a minus behind a currency', '€-12', -12],
  ['a minus behind', '12-', -12],
  ['a k for thousands', '12.5k', 12_500],
  ['thousands in German', '12,5 Tsd. €', 12_500],
  ['thousands of euros', '12 TEUR', 12_000],
  ['millions', '3,2 Mio. €', 3_200_000],
  ['a small m behind a sign for millions', '£7.7m', 7_700_000],
  ['a small m in brackets', '(£0.4m)', -400_000],
  ['millions of euros', '3 M€', 3_000_000],
  ['billions', '1.5bn', 1.5e9],
  ['the powers of spreadsheets', '1.2E+5', 120_000],
  ['decimals alone', '.5', 0.5],
  ['decimals behind a nought, never a group', '0,125', 0.125],
  ['decimals that are no group for the digits before', '1234.567', 1234.567],
  ['one group or three decimals as ambiguous', '1.234', 'ambiguous'],
  ['a comma before three digits as ambiguous', '12,500', 'ambiguous'],
  ['no word', 'about 12', 'unreadable'],
  ['no percentage', '12 %', 'unreadable'],
  ['no date', '01.02.2024', 'unreadable'],
  ['no groups of one digit', '1 2', 'unreadable'],
  ['no mixture of groups', "1.234'567", 'unreadable'],
  ['no two minuses', '-(12)', 'unreadable'],
  ['no M that may be a thousand', '3M', 'unreadable'],
  ['no hexadecimal', '0x10', 'unreadable'],
  ['nothing as no amount', '', 'unreadable'],
])('an amount is read with %s', (_, text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

test.each<[string, string, DecimalSign, number | 'unreadable']>([
  ['a group', '1.234', ',', 1234],
  ['decimals', '1.234', '.', 1.234],
  ['no other sign before decimals', '12.50', ',', 'unreadable'],
  ['no group that is none', '12,50', '.', 'unreadable'],
])('a declared sign makes %s', (_, text, decimal, amount) => {
  expect(readAmount(text, { decimal })).toBe(amount);
});

test.each([
  ['in its code', 'EUR 12', 12],
  ['by its sign', '12 €', 12],
  ['that names none', '12', 12],
  ['in thousands of it', '12 TEUR', 12_000],
  ['not in another code', 'USD 12', 'other-currency'],
  ['not by another sign', '$12', 'other-currency'],
  ['not where it is no amount', 'about 12 €', 'unreadable'],
])('of a declared currency an amount counts %s', (_, text, amount) => {
  expect(readAmount(text, { currency: 'EUR' })).toBe(amount);
});

test.each([
  ['$12', 'USD'],
  ['US$12', 'USD'],
  ['$12', 'AUD'],
  ['12 kr', 'SEK'],
  ['12 kr.', 'DKK'],
  ['¥12', 'JPY'],
  ['Fr. 12.50', 'CHF'],
])('%s may be in %s', (text, currency) => {
  expect(readAmount(text, { currency })).toBeTypeOf('number');
});

test('an amount written in any form of a sign is read back by that sign', () => {
  const forms: readonly [DecimalSign, string][] = [
    ['.', ','],
    ['.', ' '],
    ['.', '’'],
    [',', '.'],
    [',', '\u00a0'],
  ];
  const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
  fc.assert(
    fc.property(cents, fc.constantFrom(...forms), (amount, [decimal, group]) => {
      const [whole = '', part = ''] = (Math.abs(amount) / 100).toFixed(2).split('.');
      const written = `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/gu, group)}${decimal}${part}`;
      expect(readAmount(written, { decimal })).toBe(amount / 100);
      // By itself it says its sign too: two decimals are no group.
      expect(readAmount(written)).toBe(amount / 100);
    }),
  );
});

test.each([
  ['with all its places', '12.500,00', '12500.00'],
  ['beyond what a binary float holds', '12345678901234567890.12', '12345678901234567890.12'],
  ['of thousands', '12.5k', '12500'],
  ['of thousands with places left', '1.23456k', '1234.56'],
  ['of a negative power', '12.5e-3', '0.0125'],
  ['of a power', '1.2E+15', '1200000000000000'],
  ['without needless noughts', '007.10', '7.10'],
  ['of nought without a sign', '(0.00)', '0.00'],
  ['in brackets', '(£1,029.78)', '-1029.78'],
  ['that begins with its sign', '.5', '0.5'],
])('an amount as decimal text is kept %s', (_, text, decimal) => {
  expect(readDecimal(text, text.includes('500,') ? { decimal: ',' } : { decimal: '.' })).toMatchObject({ decimal });
});
