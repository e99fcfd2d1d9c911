import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

const aNumber = fc.oneof(
  fc.nat(20),
  fc.maxSafeNat().filter((n) => n < Number.MAX_SAFE_INTEGER),
  fc.nat(50).map((n) => n * 2 ** 32),
);

test('a number set holds what a set holds', () => {
  fc.assert(
    fc.property(fc.array(aNumber, { maxLength: 3000 }), (numbers) => {
      const set = new NumberSet();
      for (const number of numbers) set.add(number);
      const expected = new Set(numbers);
      expect(set.size).toBe(expected.size);
      expect([...set.values()].toSorted((a, b) => a - b)).toEqual([...expected].toSorted((a, b) => a - b));
    }),
  );
});

test('a number set grows', () => {
  const set = new NumberSet();
  for (let n = 0; n < 200_000; n++) set.add((n % 50_000) * 131_072);
  expect(set.size).toBe(50_000);
});
