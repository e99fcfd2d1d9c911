import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Breakpoints, severity, severityInterval } from './piecewise.ts';

const points = (asDesigned: number, worstTolerable: number, twiceAsBad: number): Breakpoints => ({
  asDesigned,
  worstTolerable,
  twiceAsBad,
});
const late = points(10, 20, 40);
const kept = points(0.9, 0.7, 0.5);

test.each([
  ['0 as designed', 10, late, 0],
  ['0 better than designed', 3, late, 0],
  ['a quarter half-way to tolerable', 15, late, 25],
  ['50 at the worst tolerable', 20, late, 50],
  ['three quarters half-way beyond', 30, late, 75],
  ['100 twice as bad', 40, late, 100],
  ['100 worse than that', 400, late, 100],
  ['0 above the design where less is worse', 0.95, kept, 0],
  ['a quarter where less is worse', 0.8, kept, 25],
  ['50 at the worst tolerable where less is worse', 0.7, kept, 50],
  ['90 near the end where less is worse', 0.54, kept, 90],
  ['100 at nothing where less is worse', 0, kept, 100],
  ['0 where nothing is tolerated and nothing happened', 0, points(0, 0, 4), 0],
  ['above 50 where nothing is tolerated', 1, points(0, 0, 4), 62.5],
  ['50 at a limit past which all is worst', 3, points(1, 3, 3), 50],
  ['100 past such a limit', 3.1, points(1, 3, 3), 100],
  ['100 without end', Number.POSITIVE_INFINITY, late, 100],
])('severity is %s', (_, value, breakpoints, expected) => {
  expect(severity(value, breakpoints)).toBeCloseTo(expected, 9);
});

test.each([
  ['no direction', 1, points(1, 1, 1)],
  ['a turn', 1, points(1, 3, 2)],
  ['a turn the other way', 1, points(3, 1, 2)],
  ['no number', Number.NaN, late],
])('severity refuses %s', (_, value, breakpoints) => {
  expect(() => severity(value, breakpoints)).toThrow(RangeError);
});

test.each([
  ['as it stands', { lower: 15, upper: 30 }, late, { lower: 25, upper: 75 }],
  ['turned round where less is worse', { lower: 0.6, upper: 0.8 }, kept, { lower: 25, upper: 75 }],
])('an interval becomes one of severity %s', (_, interval, breakpoints, expected) => {
  const result = severityInterval(interval, breakpoints);
  expect(result.lower).toBeCloseTo(expected.lower, 9);
  expect(result.upper).toBeCloseTo(expected.upper, 9);
});

test('severity never falls as a value gets worse, and mirrors when the scale is turned', () => {
  const three = fc
    .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 })
    .map((list) => list.toSorted((a, b) => a - b))
    .map(([a = 0, b = 0, c = 0]) => points(a, b, c));
  const value = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(three, value, value, (rising, a, b) => {
      const falling = points(-rising.asDesigned, -rising.worstTolerable, -rising.twiceAsBad);
      expect(severity(Math.max(a, b), rising)).toBeGreaterThanOrEqual(severity(Math.min(a, b), rising));
      expect(severity(-a, falling)).toBe(severity(a, rising));
    }),
  );
});
