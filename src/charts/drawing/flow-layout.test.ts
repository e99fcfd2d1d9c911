import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from './flow-layout.ts';

test.each([
  ['from left to right where there is room', 4, 1100, 'x'],
  ['downwards where there is not', 4, 360, 'y'],
  ['downwards where they are many', 12, 1100, 'y'],
] as const)('stages stand in their order %s', (_, stages, width, along) => {
  const { boxes } = layOut(stages, [], width);
  const places = boxes.map((box) => box[along]);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
});

const ways = fc.uniqueArray(
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.constant(2)).filter(([from, to]) => from !== to),
  { selector: String, maxLength: 40 },
);

test('no two ways lie on one another, and the same ways give the same map', () => {
  fc.assert(
    fc.property(ways, fc.integer({ min: 320, max: 1600 }), (given, width) => {
      const { edges } = layOut(10, given, width);
      expect(new Set(edges.map(({ path }) => path)).size).toBe(given.length);
      expect(layOut(10, given, width).edges).toEqual(edges);
    }),
  );
});
