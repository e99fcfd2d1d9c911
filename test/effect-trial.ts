import { describe, expect, test } from 'vitest';
import { randomSource } from '#model/statistics/random.ts';
import { effectOf, isTold } from '#value/effect/effect.ts';
import { simulated } from '#value/effect/fixtures/simulated.ts';

/** How often intervals hold the true effect, and how often a series without one is called moved. */
type Counts = { readonly series: number; readonly held: number; readonly still: number; readonly moved: number };

/** The ways in which trials differ: with or without a control, and how much of an error carries over. */
const designs = [
  ['a series by itself', 0],
  ['a series beside a control', 2],
] as const;

/**
 * Simulated monthly series of 24 to 60 months before a change and 6 to 24 after it, with a trend, a season and errors of
 * which 0 to 70 % carry over: half with a step of twice their scatter, half without.
 */
const tried = (series: number, shared: number): Counts => {
  const next = randomSource(shared + 1);
  let [held, still, moved] = [0, 0, 0];
  for (let n = 0; n < series; n++) {
    const effect = n % 2 === 0 ? 2 : 0;
    const { measurements, control, liveOn } = simulated({
      seed: next(2 ** 31),
      before: 24 + next(37),
      after: 6 + next(19),
      carriedOver: next(71) / 100,
      trend: (next(201) - 100) / 1000,
      season: next(300) / 100,
      effect,
      shared,
    });
    const told = effectOf({ measurements, control, change: { name: 'x', liveOn }, others: [] });
    if (!isTold(told)) throw new Error(`series ${n}: ${told.why}`);
    const { lower, upper } = told.mean;
    if (lower <= effect && effect <= upper) held++;
    if (effect === 0) still++;
    if (effect === 0 && (lower > 0 || upper < 0)) moved++;
  }
  return { series, held, still, moved };
};

/**
 * Of so many simulated series of each design, intervals of 95 % hold the truth in 92 to 98 of a hundred, and at most 5 of a
 * hundred without an effect are called moved.
 */
export const effectsAreHeldAgainstTruth = (series: number): void => {
  describe.each(designs)('%s', (_, shared) => {
    test(`is told truly in ${series} trials`, () => {
      const { held, still, moved } = tried(series, shared);
      expect(held / series, `${held} of ${series} hold the truth`).toBeGreaterThanOrEqual(0.92);
      expect(held / series, `${held} of ${series} hold the truth`).toBeLessThanOrEqual(0.98);
      expect(moved / still, `${moved} of ${still} without effect are called moved`).toBeLessThanOrEqual(0.05);
    }, 1_200_000);
  });
};
