import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kaplanMeier, type Lifetime, survivalCurve, survivalQuantile } from './kaplan-meier.ts';
import { quantile } from './order-statistics.ts';

/** '6 6 9+' reads: two cases ended at 6, one was still open at 9. */
const cases = (text: string): Lifetime[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ duration: Number.parseFloat(word), observed: !word.endsWith('+') }));

// Freireich and others (1963): weeks of remission in acute leukaemia, with 6-mercaptopurine and with placebo.
const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const placebo = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

test.each([
  ['the treated group', treated, 0.5, 23, 13, null],
  ['the placebo group', placebo, 0.5, 8, 4, 11],
  ['an early quantile', treated, 0.25, 13, 6, 22],
  ['only a lower bound where the curve stays above one half', '1 2+ 3+ 4+ 5+', 0.5, null, 1, null],
  ['nothing where every case is open', '1+ 2+ 3+', 0.5, null, null, null],
  ['nothing of no cases', '', 0.5, null, null, null],
  ['the middle of a level stretch', '1 3', 0.5, 2, 1, null],
  ['the end of a level stretch without an end', '1 3+', 0.5, 1, 1, null],
])('the time to an end reads %s', (_, text, p, value, lower, upper) => {
  expect(kaplanMeier(cases(text), p)).toEqual({ value, lower, upper });
});

test('the curve and its band are those of the published data', () => {
  const curve = survivalCurve(cases(treated));
  expect(curve.map(({ time, atRisk, ended }) => [time, atRisk, ended])).toEqual([
    [6, 21, 3],
    [7, 17, 1],
    [10, 15, 1],
    [13, 12, 1],
    [16, 11, 1],
    [22, 7, 1],
    [23, 6, 1],
  ]);
  const round = (share: number | null): number => Math.round((share ?? Number.NaN) * 10_000) / 10_000;
  expect(curve.map(({ survival, lower, upper }) => [survival, lower, upper].map(round))).toEqual([
    [0.8571, 0.6197, 0.9516],
    [0.8067, 0.5631, 0.9228],
    [0.7529, 0.5032, 0.8894],
    [0.6902, 0.4316, 0.8491],
    [0.6275, 0.3675, 0.8049],
    [0.5378, 0.2678, 0.7468],
    [0.4482, 0.1881, 0.6801],
  ]);
});

test('several quantiles can be read from one curve', () => {
  const curve = survivalCurve(cases(placebo));
  expect([0.25, 0.5, 0.75].map((p) => survivalQuantile(curve, p).value)).toEqual([4, 8, 12]);
});

test('the band has no bounds where nobody is left', () => {
  expect(survivalCurve(cases('1 2')).at(-1)).toMatchObject({ survival: 0, lower: null, upper: null });
});

const durations = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });

test('with no open case the median is the ordinary median, in whatever order the cases come', () => {
  fc.assert(
    fc.property(durations, (all) => {
      const lifetimes = all.map((duration) => ({ duration, observed: true }));
      const sorted = all.toSorted((a, b) => a - b);
      expect(kaplanMeier(lifetimes).value).toBeCloseTo(quantile(sorted, 0.5) ?? Number.NaN, 9);
    }),
  );
});

test('a case that stays open longer never lowers the median', () => {
  fc.assert(
    fc.property(durations, fc.integer({ min: 1, max: 60 }), (all, age) => {
      const closed = all.map((duration) => ({ duration, observed: true }));
      const after = (open: number): number =>
        kaplanMeier([...closed, { duration: open, observed: false }]).value ?? Number.POSITIVE_INFINITY;
      expect(after(age + 10)).toBeGreaterThanOrEqual(after(age));
    }),
  );
});
