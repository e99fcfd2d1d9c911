import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

const most = Number.MAX_SAFE_INTEGER;

const aNumber = fc.oneof(
  fc.nat(20),
  fc.maxSafeNat().filter((n) => n < most),
  fc.nat(50).map((n) => n * 2 ** 32),
);

const aSmallNumber = fc.oneof(
  fc.nat(20),
  fc.nat(0xffff_fffe),
  fc.nat(20).map((n) => 0xffff_fffe - n),
);

test.each([
  ['a few thousand million', 0xffff_ffff, aSmallNumber],
  ['more than that', most, aNumber],
])('a number set holds what a set holds, of numbers below %s', (_, bound, numbered) => {
  fc.assert(
    fc.property(fc.array(numbered, { maxLength: 3000 }), (numbers) => {
      const set = new NumberSet(bound);
      expect(numbers.filter((number) => set.add(number))).toEqual([...new Set(numbers)]);
    }),
  );
});

test.each([0xffff_ffff, most])('a number set grows, of numbers below %d', (bound) => {
  const set = new NumberSet(bound);
  let added = 0;
  for (let n = 0; n < 200_000; n++) if (set.add((n % 50_000) * 85_899)) added++;
  expect(added).toBe(50_000);
});
