import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRand, type Grouping } from './adjusted-rand.ts';

/** `ab|c` has a and b in one group and c in another. */
const grouping = (text: string): Grouping =>
  new Map(text.split('|').flatMap((group, index) => Array.from(group).map((member) => [member, index] as const)));

test.each([
  ['the same, under other names', 'ab|cd', 'cd|ab', 1],
  ['the worked example: six in two of three against three of two', 'abc|def', 'ab|cd|ef', 8 / 33],
  ['crossed', 'ab|cd', 'ac|bd', -0.5],
  ['all together, both times', 'abc', 'abc', 1],
  ['each alone, both times', 'a|b|c', 'a|b|c', 1],
  ['all together against each alone', 'abc', 'a|b|c', 0],
  ['of members both know only', 'ab|cdx', 'ab|cdy', 1],
  ['of one member', 'a', 'a', null],
])('agreement of groupings that are %s', (_, a, b, expected) => {
  const found = adjustedRand(grouping(a), grouping(b));
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 12);
});

const anyGrouping = fc
  .array(fc.nat(3), { minLength: 2, maxLength: 12 })
  .map((groups): Grouping => new Map(groups.map((group, member) => [String(member), group])));

test('agreement is the same from either side, 1 with itself, and never above 1', () => {
  fc.assert(
    fc.property(anyGrouping, anyGrouping, (a, b) => {
      expect(adjustedRand(a, b)).toBe(adjustedRand(b, a));
      expect(adjustedRand(a, a)).toBe(1);
      expect(adjustedRand(a, b)).toBeLessThanOrEqual(1);
    }),
  );
});
