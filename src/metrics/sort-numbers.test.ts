import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortNumbers } from './sort-numbers.ts';

const numbers = fc.oneof(
  fc.array(fc.double({ min: 0 })),
  fc.array(fc.double()),
  fc.array(fc.double({ min: 1, max: 100 }), { minLength: 60, maxLength: 400, size: 'max' }),
  fc.array(fc.oneof({ weight: 99, arbitrary: fc.double({ min: 1, max: 2 }) }, fc.double({ min: 1e300 })), {
    minLength: 60,
    maxLength: 400,
    size: 'max',
  }),
  fc.array(fc.nat(3), { minLength: 4090, maxLength: 4100, size: 'max' }),
  fc.array(fc.constantFrom(0, 1, Number.NaN)),
  fc.array(fc.constantFrom(0, -0, 1, -1, Number.NaN, Number.MIN_VALUE, Number.POSITIVE_INFINITY)),
);

test('numbers stand as their own method puts them, wherever in memory they lie', () => {
  fc.assert(
    fc.property(numbers, fc.nat(3), (values, before) => {
      const memory = Float64Array.from([...Array(before).fill(7), ...values]);
      const sorted = memory.subarray(before);
      sortNumbers(sorted);
      expect([...sorted].map(told)).toEqual([...Float64Array.from(values).sort()].map(told));
      expect([...memory.subarray(0, before)]).toEqual(Array(before).fill(7));
    }),
  );
});

/** Nought with a sign and without one stand in either order where nothing else is told apart but truth. */
const told = (value: number): number => (value === 0 ? 0 : value);
