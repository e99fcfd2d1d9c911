import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { approvedPlan, type Cell, cellsOf, standingForecast } from './cells.ts';
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
    const madeOn = foreseenOn(benefit, cell, today);
    const expected = Number(cell.expected ?? 0);
    if (madeOn === undefined || expected <= 0) return { ...cell, low: null, high: null, missing: 'nothing-forecast' };
    const band = bandIn(yearAhead(madeOn, cell.to));
    if (!isBand(band)) return { ...cell, low: null, high: null, missing: band };
    return { ...cell, low: expected * band.low, high: expected * band.high, missing: null };
  });
};

/** The day on which what is expected of a cell was thought. */
const foreseenOn = (benefit: Benefit, { periods }: Cell, today: Day): Day | undefined => {
  const named = new Set(periods);
  const forecast = standingForecast(benefit, today);
  if (forecast?.profile.some(({ period }) => named.has(period))) return forecast.madeOn;
  return approvedPlan(benefit, today) === null ? undefined : benefit.plan?.approvedOn;
};
