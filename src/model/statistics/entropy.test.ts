import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  effectiveCount,
  effectiveNumber,
  entropy,
  gini,
  giniCorrected,
  herfindahl,
  normalisedHerfindahl,
} from './entropy.ts';

const measures = [
  entropy,
  effectiveNumber,
  herfindahl,
  normalisedHerfindahl,
  effectiveCount,
  gini,
  giniCorrected,
] as const;

// In the order: entropy, its exponential, HHI, normalised HHI, 1/HHI, Gini, corrected Gini.
test.each([
  ['40/30/20/10', [40, 30, 20, 10], [1.2798542258, 3.5961154666, 0.3, 0.0666666667, 3.3333333333, 0.25, 0.3333333333]],
  ['30/30/20/20', [30, 30, 20, 20], [1.3661588476, 3.9202634084, 0.26, 0.0133333333, 3.8461538462, 0.1, 0.1333333333]],
  ['even shares', [5, 5, 5, 5], [1.3862943611, 4, 0.25, 0, 4, 0, 0]],
  ['one that has all', [0, 7, 0, 0], [0, 1, 1, 1, 1, 0.75, 1]],
  ['a priority without money', [75, 25, 0], [0.5623351446, 1.7547653506, 0.625, 0.4375, 1.6, 0.5, 0.75]],
  ['a single area', [3], [0, 1, 1, null, 1, 0, null]],
  ['nothing to share out', [0, 0], [null, null, null, null, null, null, null]],
  ['no areas', [], [null, null, null, null, null, null, null]],
])('concentration of %s', (_, weights, expected) => {
  const rounded = measures.map((measure) => {
    const value = measure(weights);
    return value === null ? null : Math.round(value * 1e10) / 1e10 + 0;
  });
  expect(rounded).toEqual(expected);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('concentration refuses the weight %d', (weight) => {
  expect(() => herfindahl([1, weight])).toThrow(RangeError);
});

describe('concentration', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 });

  test('does not change with the unit or the order', () => {
    fc.assert(
      fc.property(weights, (list) => {
        for (const measure of measures) {
          const value = measure(list);
          const other = measure(list.map((weight) => weight * 7).toReversed());
          if (value === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  test('counts at most the areas that have something, and fewer by squares than by entropy', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const number = effectiveNumber(list);
        if (number === null) return;
        expect(number).toBeLessThanOrEqual(list.filter((weight) => weight > 0).length + 1e-9);
        expect(effectiveCount(list) ?? Number.NaN).toBeLessThanOrEqual(number + 1e-9);
      }),
    );
  });
});
