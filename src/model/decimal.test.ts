import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimalOf,
  differenceOf,
  isSome,
  negated,
  productOf,
  quotientOf,
  roundedTo,
  sharedOut,
  sumOfDecimals,
  unitsOf,
} from './decimal.ts';

test.each([
  [['0.1', '0.2'], '0.3'],
  [['1029.78', '-29.78'], '1000.00'],
  [['-0.05', '0.5'], '0.45'],
  [['12', '0.005'], '12.005'],
  [['9007199254740993', '0.01'], '9007199254740993.01'],
  [[], '0'],
])('the sum of %j is %s', (decimals, sum) => {
  expect(sumOfDecimals(decimals)).toBe(sum);
});

test.each([
  ['5', '7.25', '-2.25'],
  ['-1', '-1.00', '0.00'],
])('%s less %s is %s', (a, b, difference) => {
  expect(differenceOf(a, b)).toBe(difference);
});

test.each([
  ['1.10', '0.5', '0.550'],
  ['-3', '0.25', '-0.75'],
  ['0.00', '7', '0.00'],
])('%s times %s is %s', (a, b, product) => {
  expect(productOf(a, b)).toBe(product);
});

test.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['1.0049', 2, '1.00'],
  ['7', 2, '7.00'],
  ['0.5', 0, '1'],
  ['-0.004', 2, '0.00'],
])('%s rounded to %i places is %s', (decimal, places, rounded) => {
  expect(roundedTo(decimal, places)).toBe(rounded);
});

test.each([
  ['1', '3', 2, '0.33'],
  ['2', '3', 2, '0.67'],
  ['-2', '3', 2, '-0.67'],
  ['1', '-8', 2, '-0.13'],
  ['-1', '-8', 2, '0.13'],
  ['0.01', '0.125', 3, '0.080'],
  ['10', '4', 0, '3'],
  ['0', '-4', 1, '0.0'],
])('%s divided by %s to %i places is %s', (a, b, places, quotient) => {
  expect(quotientOf(a, b, places)).toBe(quotient);
});

test.each([
  ['0', false],
  ['0.00', false],
  ['-0.0', false],
  ['0.01', true],
  ['-10', true],
])('%s is anything but nought: %s', (decimal, expected) => {
  expect(isSome(decimal)).toBe(expected);
});

test('nought has no sign', () => {
  expect(negated('0.00')).toBe('0.00');
});

test('a decimal with more places than the unit has is refused, unless they are noughts', () => {
  expect(unitsOf('1.2300', 2)).toBe(123n);
  expect(() => unitsOf('1.234', 2)).toThrow('more than 2 decimal places');
});

test.each([
  ['thirds', 100n, [333_333, 333_333, 333_334], [33n, 33n, 34n], 0n],
  ['what is left keeps its cent', 1n, [300_000], [0n], 1n],
  ['a credit', -10n, [500_000, 250_000], [-5n, -3n], -2n],
  ['nothing', 0n, [1_000_000], [0n], 0n],
])('shares out %s', (_, units, shares, parts, rest) => {
  expect(sharedOut(units, shares)).toEqual({ parts, rest });
});

test('more than the whole cannot be shared out', () => {
  expect(() => sharedOut(1n, [600_000, 600_000])).toThrow('more than the whole');
});

test('what is shared out adds up, and no part is a whole unit away from its share', () => {
  const shares = fc
    .array(fc.nat(1_000_000), { maxLength: 8 })
    .filter((all) => all.reduce((sum, share) => sum + share, 0) <= 1_000_000);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), shares, (units, all) => {
      const { parts, rest } = sharedOut(units, all);
      expect(parts.reduce((sum, part) => sum + part, rest)).toBe(units);
      for (const [index, part] of parts.entries()) {
        const off = part * 1_000_000n - units * BigInt(all[index] ?? 0);
        expect(off < 1_000_000n && off > -1_000_000n).toBe(true);
      }
    }),
  );
});

test('decimal text and units are each other’s reverse', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(9), (units, places) => {
      expect(unitsOf(decimalOf(units, places), places)).toBe(units);
    }),
  );
});
