import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { type Cell, cellsOf, expectedIn } from './cells.ts';
import { yearAhead } from './months.ts';
import { type Band, isBand, type NotEnough, periodBand } from './reference-class.ts';
import type { Periods } from './spans.ts';

/** A stretch of a benefit's life, with what may come of it where it is not over. */
export type CurvePoint = Cell & {
  /** The middle 80 % of what may come, in the benefit's own unit; null where it is known, or cannot be told. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no band where there should be one. */
  readonly missing: 'nothing-forecast' | NotEnough | null;
};

/** The benefit over its life as of a day, with bands from what came of similar ones. */
export const curveOf = (
  benefit: Benefit,
  similar: readonly Benefit[],
  periods: Periods,
  today: Day,
): readonly CurvePoint[] => {
  const bands = new Map<number, Band | NotEnough>();
  const bandIn = (year: number): Band | NotEnough => {
    const band = bands.get(year) ?? periodBand(similar, periods, today, year);
    bands.set(year, band);
    return band;
  };
  return cellsOf(benefit, periods, today).map((cell) => {
    if (cell.over) return { ...cell, low: null, high: null, missing: null };
    const thought = expectedIn(benefit, cell.periods, periods, today);
    const expected = Number(thought?.value ?? 0);
    if (thought === null || expected <= 0) return { ...cell, low: null, high: null, missing: 'nothing-forecast' };
    const band = bandIn(yearAhead(thought.thoughtOn, cell.to));
    if (!isBand(band)) return { ...cell, low: null, high: null, missing: band };
    return { ...cell, low: expected * band.low, high: expected * band.high, missing: null };
  });
};
