import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSum } from './exact-sum.ts';

const sumOf = (numbers: readonly number[]): number => {
  const sum = new ExactSum();
  for (const number of numbers) sum.add(number);
  return sum.value;
};

test.each([
  ['whole numbers', [1, 2, 3], 6],
  ['halves', [0.5, 0.25], 0.75],
  ['steps that are full', [2 ** 30 - 1, 1, 2 ** 30], 2 ** 31],
  ['very large numbers', [2 ** 70, 1, 2 ** 70], 2 ** 71],
  ['nothing', [], 0],
])('a sum is that of %s', (_, numbers, expected) => {
  expect(sumOf(numbers)).toBe(expected);
});

test('a sum does not hang on the order, and is near the real one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e20, noNaN: true }), { maxLength: 200 }), (numbers) => {
      const plain = numbers.reduce((sum, number) => sum + number, 0);
      expect(sumOf(numbers)).toBe(sumOf(numbers.toReversed()));
      expect(Math.abs(sumOf(numbers) - plain)).toBeLessThanOrEqual(plain * 1e-12 + numbers.length / 1e6);
    }),
  );
});
