import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedToWhole, millionths, Share, sumText } from './share.ts';

test.each([
  ['none', 0, true],
  ['all', 1, true],
  ['a part', 0.25, true],
  ['a millionth', 0.000001, true],
  ['a third in six decimals', 0.333333, true],
  ['a seventh decimal', 0.3333333, false],
  ['more than all', 1.000001, false],
  ['less than none', -0.1, false],
  ['words', '0.5', false],
])('a share may be %s', (_, value, allowed) => {
  expect(Share.safeParse(value).success).toBe(allowed);
});

test.each([
  ['just the whole', [0.1, 0.2, 0.7], 0, '1'],
  ['a millionth less', [0.1, 0.2, 0.699999], -1, '0.999999'],
  ['a millionth more', [0.1, 0.2, 0.700001], 1, '1.000001'],
])('shares sum to %s', (_, shares, compared, text) => {
  const sum = shares.reduce((total, share) => total + millionths(share), 0);
  expect(comparedToWhole(sum)).toBe(compared);
  expect(sumText(sum)).toBe(text);
});

test('every share of six decimals is one, and is a whole number of millionths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
      const share = Share.parse(n / 1_000_000);
      expect(millionths(share)).toBe(n);
    }),
  );
});
