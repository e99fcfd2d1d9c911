import { expect, test } from 'vitest';
import { areaPath, hatchPath, linePath } from './path.ts';
import { mark, print } from './svg.ts';

test.each([
  ['marks of XML', '<a & "b">', '&lt;a &amp; &quot;b&quot;&gt;'],
  ['line ends as blanks', 'a\nb\tc', 'a b c'],
  ['what XML cannot hold as what cannot be read', 'a\u0001b\ufffe', 'a\ufffdb\ufffd'],
  ['half a pair as what cannot be read', 'a\ud83d', 'a\ufffd'],
])('a text holds %s', (_, text, written) => {
  expect(print(mark('text', {}, text))).toBe(`<text>${written}</text>`);
  expect(print(mark('text', { x: text }))).toBe(`<text x="${written}"/>`);
});

test.each([
  ['tenths of a pixel', mark('circle', { r: 1 / 3 }), '<circle r="0.3"/>'],
  ['no minus before nought', mark('circle', { r: -0.01 }), '<circle r="0"/>'],
  ['no attribute that is not there', mark('circle', { r: 1, fill: null, stroke: undefined }), '<circle r="1"/>'],
  ['one element a line', mark('g', {}, mark('circle', { r: 1 })), '<g>\n  <circle r="1"/>\n</g>'],
])('a picture is written with %s', (_, drawn, text) => {
  expect(print(drawn)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('a coordinate that is %d never reaches a picture', (value) => {
  expect(() => print(mark('circle', { cx: value }))).toThrow('cx of circle');
});

test.each([
  [
    'a line through points',
    linePath([
      [0, 0],
      [1, 2],
      [3, 4],
    ]),
    'M0,0L1,2L3,4',
  ],
  ['a line that breaks off where a point is missing', linePath([[0, 0], null, [3, 4]]), 'M0,0M3,4'],
  [
    'an area, there on top and back below',
    areaPath(
      [
        [0, 1],
        [2, 1],
      ],
      [
        [0, 5],
        [2, 6],
      ],
    ),
    'M0,1L2,1L2,6L0,5Z',
  ],
  ['no area of no points', areaPath([], []), ''],
  ['hatching inside of its box', hatchPath(0, 0, 6, 6, 6), 'M0,6L6,0'],
])('a path is %s', (_, path, text) => {
  expect(path).toBe(text);
});
