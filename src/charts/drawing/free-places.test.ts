import { expect, test } from 'vitest';
import { beside, type Wanted } from './free-places.ts';

const field = { left: 0, right: 200, top: 0, bottom: 100 };
const at = (x: number, y: number, width = 60): Wanted => ({ x, y, r: 5, width });

test.each([
  ['on the right of its dot', [at(50, 50)], ['start']],
  ['on the left where the right has no room', [at(180, 50)], ['end']],
  ['above where neither side has', [at(100, 50, 150)], ['middle']],
  ['on no other name', [at(80, 50), at(90, 52)], ['start', 'end']],
  ['nowhere where it is too broad', [at(100, 50, 300)], [null]],
])('a name stands %s', (_, wanted, anchors) => {
  expect(beside(wanted, field).map((place) => place?.anchor ?? null)).toEqual(anchors);
});
