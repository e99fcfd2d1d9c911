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
      expect(numbers.filter((number) => set.add(number))).toEqual([...new Set(numbers)]);
    }),
  );
});

test('a number set grows', () => {
  const set = new NumberSet();
  let added = 0;
  for (let n = 0; n < 200_000; n++) if (set.add((n % 50_000) * 131_072)) added++;
  expect(added).toBe(50_000);
});
