import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile, incompleteBeta } from './beta.ts';
import { fQuantile, tCumulative, tQuantile } from './distributions.ts';
import { logGamma } from './gamma.ts';

const near = (value: number, expected: number, digits: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(10 ** -digits * Math.max(1e-300, Math.abs(expected)));

test.each([
  [0.5, Math.log(Math.sqrt(Math.PI))],
  [3.7, 1.428072326665388],
  [15, 25.191221182738683],
  [1e7, 151180949.36947393],
])('the logarithm of gamma of %d is %d', (x, expected) => near(logGamma(x), expected, 14));

test.each([
  [0.3, 2, 5, 0.579825],
  [0.5, 5000, 5001, 0.5039893230696917],
  [0.01, 0.5, 0.5, 0.06376856085851985],
  [0, 2, 3, 0],
  [1, 2, 3, 1],
])('the incomplete beta of %d with %d and %d is %d', (x, a, b, expected) => {
  expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 10);
});

// Printed tables: F with 5 and 18 degrees of freedom 3.38, with 1 and 10 at 95 % 4.96; t with 1, 4 and 30: 12.71, 2.776, 2.042.
test.each([
  [0.975, 5, 18, 3.381967805875243],
  [0.975, 18, 5, 6.361883204654352],
  [0.95, 1, 10, 4.964602743730711],
  [0.975, 2, 100000, 3.6890155357767767],
  [0.975, 100000, 2, 39.49788020520803],
])('the F quantile at %d with %d and %d degrees of freedom is %d', (p, d1, d2, expected) =>
  near(fQuantile(p, d1, d2), expected, 8),
);

test.each([
  [1, 12.706204736174694],
  [4, 2.7764451051977934],
  [30, 2.0422724563012378],
  [9999, 1.960201263621357],
])('the t quantile with %d degrees of freedom is %d', (df, expected) => near(tQuantile(0.975, df), expected, 10));

test('the incomplete beta holds at ten million', () => {
  near(incompleteBeta(0.5, 5_001_000, 4_999_001), 0.26364792810335774, 6);
});

test('the incomplete beta of whole numbers equals a sum of binomial terms', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
      let term = (1 - p) ** n;
      let sum = term;
      for (let k = 0; k < n; k++) {
        expect(incompleteBeta(1 - p, n - k, k + 1)).toBeCloseTo(sum, 10);
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
        sum += term;
      }
    }),
  );
});

test('a beta quantile is taken back by the incomplete beta', () => {
  const shape = fc.double({ min: 1, max: 300, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
      expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8);
    }),
  );
});

test.each([
  [0, 3, 0.5],
  [12.706204736174694, 1, 0.975],
  [-2.7764451051977934, 4, 0.025],
  [1.959963984540054, 1e7, 0.975],
])('a t variable stays below %d with %d degrees of freedom with chance %d', (t, df, chance) =>
  near(tCumulative(t, df), chance, 6),
);
