import fc from 'fast-check';
import { expect, test } from 'vitest';
import { below, spread } from './places.ts';

test.each([
  ['where they want to', [20, 60, 90], [20, 60, 90]],
  ['apart where they would meet', [50, 52], [50, 66]],
  ['apart from one that was pushed', [50, 52, 60], [50, 66, 82]],
  ['inside at the top', [0, 4], [8, 24]],
  ['inside at the bottom', [99, 100], [76, 92]],
  ['in the order of what they name', [60, 20], [60, 20]],
  ['without the last where there is no room', [10, 10, 10, 10, 10, 10, 10], [10, 26, 42, 58, 74, 90, null]],
])('labels stand %s', (_, wanted, places) => {
  expect(spread(wanted, 16, 0, 100)).toEqual(places);
});

test('labels never meet and never leave their stretch', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 25 }), (wanted) => {
      const found = spread(wanted, 16, 0, 300)
        .flatMap((each) => each ?? [])
        .sort((a, b) => a - b);
      expect(found.length).toBe(Math.min(wanted.length, 18));
      expect(found.every((each) => each >= 8 - 1e-9 && each <= 292 + 1e-9)).toBe(true);
      expect(found.slice(1).every((each, index) => each - (found[index] ?? 0) >= 16 - 1e-9)).toBe(true);
    }),
  );
});

const row = (...texts: readonly string[]) => texts.map((text, index) => ({ text, x: 20 + index * 40 }));

test.each([
  ['all where they fit', row('Jan', 'Feb', 'Mar'), 140, ['Jan', 'Feb', 'Mar']],
  [
    'every second, with the newest',
    row('Jan 26', 'Feb 26', 'Mar 26', 'Apr 26', 'May 26'),
    220,
    ['Jan 26', 'Mar 26', 'May 26'],
  ],
  ['the newest alone where no two fit', row('January 2026', 'February 2026'), 90, ['February 2026']],
  ['none that is wider than the picture', row('January 2026'), 30, []],
  ['nothing of nothing', [], 100, []],
])('below an axis stand %s', (_, labels, width, texts) => {
  expect(below(labels, 0, width).map(({ text }) => text)).toEqual(texts);
});
