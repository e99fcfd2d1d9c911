import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Discount, discountFactor, greenBook, scheduleOf } from './discount.ts';

test.each([
  [0, 1],
  [1, 0.9662],
  [10, 0.7089],
  [30, 0.3563],
  [31, 0.3459],
  [75, 0.3563 * 1.03 ** -45],
  [76, (0.3563 * 1.03 ** -45) / 1.025],
])('the Green Book factor of year %d is %d', (year, factor) => {
  expect(discountFactor(greenBook, year)).toBeCloseTo(factor, 4);
});

test.each([
  ['at once', 0, 1],
  ['after half a year', 0.5, 1.1 ** -0.5],
  ['after a year', 1, 1 / 1.1],
  ['across a change of the rate', 1.5, 1 / 1.1 / 1.2 ** 0.5],
  ['long after the last change', 4, 1 / 1.1 / 1.2 ** 3],
])('money that comes %s is worth what it would have to be lent for', (_, years, factor) => {
  expect(
    discountFactor(
      [
        { fromYear: 1, rate: 0.1 },
        { fromYear: 2, rate: 0.2 },
      ],
      years,
    ),
  ).toBeCloseTo(factor, 12);
});

test.each([
  [0.08, true],
  [0, true],
  [-0.01, true],
  ['green-book', true],
  ['red-book', false],
  [8, false],
  [-1, false],
  [
    [
      { fromYear: 1, rate: 0.035 },
      { fromYear: 31, rate: 0.03 },
    ],
    true,
  ],
  [[{ fromYear: 2, rate: 0.035 }], false],
  [
    [
      { fromYear: 1, rate: 0.035 },
      { fromYear: 1, rate: 0.03 },
    ],
    false,
  ],
  [[], false],
])('%j may be a discount: %s', (discount, allowed) => {
  expect(Discount.safeParse(discount).success).toBe(allowed);
});

test('one rate is the power that everybody knows, and later money is worth no more', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (rate, years) => {
        const factor = discountFactor(scheduleOf(rate), years);
        expect(factor).toBeCloseTo((1 + rate) ** -years, 9);
        expect(discountFactor(greenBook, years + 1)).toBeLessThan(discountFactor(greenBook, years));
      },
    ),
  );
});
