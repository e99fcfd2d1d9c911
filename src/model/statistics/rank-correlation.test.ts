import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallTauB, type Places } from './rank-correlation.ts';

const placed = (text: string): Places[] =>
  text.split(' ').map((pair): Places => {
    const [before = 0, after = 0] = pair.split(':').map(Number);
    return [before, after];
  });

test.each([
  ['nothing changed', ['1:1 2:2 3:3'], 1],
  ['all turned round', ['1:3 2:2 3:1'], -1],
  ['two neighbours changed places', ['1:1 2:3 3:2 4:4'], 4 / 6],
  ['two of three are tied on one list', ['1:1 1:2 2:3'], 2 / Math.sqrt(2 * 3)],
  // SciPy: kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]) is −0.4714045207910316.
  ['a published example with ties', ['12:1 2:4 1:7 12:1 2:0'], -0.4714045207910316],
  ['of two groups one is turned round', ['1:1 2:2', '1:2 2:1'], 0],
  ['a list tells nothing apart', ['1:1 1:2 1:3'], null],
  ['there is one thing', ['1:1'], null],
  ['there is nothing', [], null],
])('tau-b tells that %s', (_, groups, expected) => {
  const tau = kendallTauB(groups.map(placed));
  if (expected === null) expect(tau).toBeNull();
  else expect(tau).toBeCloseTo(expected, 12);
});

test('tau-b lies between −1 and 1, and turning one list round turns its sign', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(places, { maxLength: 3 }), (groups) => {
      const tau = kendallTauB(groups);
      const turned = kendallTauB(groups.map((group) => group.map(([before, after]): Places => [before, -after])));
      expect(turned === null).toBe(tau === null);
      expect(Math.abs(tau ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      expect(turned ?? 0).toBeCloseTo(-(tau ?? 0), 12);
    }),
  );
});
