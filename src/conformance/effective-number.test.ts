import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanEffectiveNumber, type Part } from './effective-number.ts';

/** `a 3 1` is an object with one part a number: its amounts, ten cases each. */
const parts = (text: string): Part[] =>
  text.split(', ').flatMap((object) => {
    const [name = '', ...amounts] = object.split(' ');
    return amounts.map((amount) => ({ object: name, amount: Number(amount), cases: 10 }));
  });

test.each([
  ['one for one part', 'a 7', 1],
  ['two for two even parts', 'a 3 3', 2],
  ['less for uneven ones', 'a 3 1', 1.7548],
  ['the mean by amount', 'a 3 3, b 18', 1.25],
])('the mean effective number is %s', (_, text, value) => {
  expect(meanEffectiveNumber(parts(text))?.value).toBeCloseTo(value, 4);
});

test('the interval is that of the entropy, by hand', () => {
  const shares = [0.75, 0.25];
  const nats = -shares.reduce((sum, p) => sum + p * Math.log(p), 0);
  const variance = (shares.reduce((sum, p) => sum + p * Math.log(p) ** 2, 0) - nats ** 2) / 20;
  const found = meanEffectiveNumber(parts('a 3 1'));
  expect(found?.upper).toBeCloseTo(Math.exp(nats) * (1 + 1.959964 * Math.sqrt(variance)), 6);
});

test('nothing spread has no number', () => {
  expect(meanEffectiveNumber([])).toBeNull();
  expect(meanEffectiveNumber(parts('a 0'))).toBeNull();
});

test('it lies between one and the number of parts, inside its interval', () => {
  const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(amounts, (list) => {
      const found = meanEffectiveNumber(list.map((amount) => ({ object: 'a', amount, cases: 3 })));
      expect(found?.value).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(found?.value).toBeLessThanOrEqual(list.length + 1e-9);
      expect(found?.lower).toBeLessThanOrEqual((found?.value ?? 0) + 1e-9);
    }),
  );
});
