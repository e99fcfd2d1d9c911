import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backbone, type Way } from './backbone.ts';

/** `AB3` is a way from A to B that was taken three times. */
const ways = (text: string): Way[] =>
  text.split(' ').map((word) => ({ from: word.charAt(0), to: word.charAt(1), count: Number(word.slice(2)) }));

const text = (kept: readonly Way[]): string => kept.map(({ from, to, count }) => `${from}${to}${count}`).join(' ');

test.each([
  ['only the best way in and out of each place', 'AB9 BC8 AC3 CB2', 0, 'AB9 BC8 CB2'],
  ['a rare way that is the only one out of a place', 'AB9 BA8 CA1', 0, 'AB9 BA8 CA1'],
  ['a rare way that is the only one into a place', 'AB9 BA8 AC1', 0, 'AB9 BA8 AC1'],
  ['no more than covers the share', 'AB50 BA30 AC5 CA4 BC3 CB8', 0.9, 'AB50 BA30 CB8 AC5'],
  ['exactly the share, when it falls on it', 'AB6 BC2 AC2', 0.8, 'AB6 BC2'],
  ['one more, when the share is a little higher', 'AB6 BC2 AC2', 0.81, 'AB6 AC2 BC2'],
  ['all ways when everything is to be covered', 'AB9 BC8 AC3 CB2', 1, 'AB9 BC8 AC3 CB2'],
  ['one way that serves two places instead of two that serve one', 'AC5 BC5 AD5', 0, 'AC5 AD5 BC5'],
])('the backbone keeps %s', (_, all, detail, kept) => {
  expect(
    text(backbone(ways(all), detail))
      .split(' ')
      .sort(),
  ).toEqual(kept.split(' ').sort());
});

const someWays = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom('A', 'B', 'C', 'D'),
    to: fc.constantFrom('A', 'B', 'C', 'D'),
    count: fc.integer({ min: 1, max: 20 }),
  }),
  { selector: ({ from, to }) => from + to },
);

test('every place keeps a most frequent way in and out, the share is covered, and order does not matter', () => {
  fc.assert(
    fc.property(someWays, fc.double({ min: 0, max: 1, noNaN: true }), (all, detail) => {
      const kept = backbone(all, detail);
      for (const end of ['from', 'to'] as const) {
        for (const place of new Set(all.map((way) => way[end]))) {
          const most = (list: readonly Way[]): number =>
            Math.max(...list.filter((way) => way[end] === place).map(({ count }) => count));
          expect(most(kept)).toBe(most(all));
        }
      }
      const total = (list: readonly Way[]): number => list.reduce((sum, { count }) => sum + count, 0);
      expect(total(kept)).toBeGreaterThanOrEqual(detail * total(all));
      expect(backbone([...all].reverse(), detail)).toEqual(kept);
    }),
  );
});
