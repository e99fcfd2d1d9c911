import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Flow, layOutTrace, type Stop } from './trace-layout.ts';

const lefts = [0, 200, 400];
const stop = (column: number, amount: number, lost = 0): Stop => ({ column, amount, lost, lines: 2 });

test('bars are as high as their amounts, and the greatest column fills the room', () => {
  const { bars } = layOutTrace(
    [stop(0, 60), stop(0, 40), stop(1, 60, 30)],
    [{ from: 0, to: 2, amount: 60 }],
    lefts,
    300,
  );
  expect(bars.map(({ height, lost }) => [height, lost])).toEqual([
    [180, 0],
    [120, 0],
    [180, 90],
  ]);
});

test('a stop stands where its flows come from, and flows that lead back are not drawn', () => {
  const flows: Flow[] = [
    { from: 0, to: 3, amount: 1 },
    { from: 1, to: 2, amount: 1 },
    { from: 2, to: 0, amount: 1 },
  ];
  const { bars, ribbons } = layOutTrace([stop(0, 1), stop(0, 1), stop(1, 1), stop(1, 1)], flows, lefts, 100);
  expect((bars[3]?.y ?? 0) < (bars[2]?.y ?? 0)).toBe(true);
  expect(ribbons.map((each) => each === null)).toEqual([false, false, true]);
});

test('no bar of a column stands on another, whatever flows', () => {
  const anyStop = fc.record({
    column: fc.nat({ max: 2 }),
    amount: fc.double({ min: 0, max: 1e6, noNaN: true }),
    lost: fc.double({ min: 0, max: 1e6, noNaN: true }),
    lines: fc.nat({ max: 4 }),
  });
  const anyFlow = fc.record({
    from: fc.nat({ max: 9 }),
    to: fc.nat({ max: 9 }),
    amount: fc.double({ min: 0, max: 1e6, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anyStop, { minLength: 10, maxLength: 10 }), fc.array(anyFlow), (stops, flows) => {
      const { bars, height } = layOutTrace(stops, flows, lefts, 300);
      for (const x of lefts) {
        const column = bars.filter((bar) => bar.x === x).sort((a, b) => a.y - b.y);
        for (const [index, { y, height: high }] of column.entries())
          expect(y + high <= (column[index + 1]?.y ?? height) + 1e-6).toBe(true);
      }
    }),
  );
});
