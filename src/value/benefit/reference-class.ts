import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { cellsOf } from './cells.ts';
import { keptForecasts } from './forecasts.ts';
import { yearAhead } from './months.ts';
import { pooledQuantile, type Sample } from './pooled-quantile.ts';
import { ratioOf } from './ratio.ts';
import { realisationOf } from './realisation.ts';
import { type Periods, periodCalled } from './spans.ts';

/** Fewer similar benefits are no class to forecast by. */
export const fewestSimilar = 8;

/** The middle 80 % of what may come, and its middle, as multiples of what was thought. */
export type Band = { readonly low: number; readonly middle: number; readonly high: number; readonly n: number };

/** Why there is no band: so many are known, and so many it takes. */
export type NotEnough = { readonly n: number; readonly fewest: number };

const bandOf = (samples: readonly Sample[]): Band | NotEnough => {
  const known = samples.filter(({ length }) => length > 0);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => pooledQuantile(known, p));
  const enough = known.length >= fewestSimilar && low != null && middle != null && high != null;
  return enough ? { low, middle, high, n: known.length } : { n: known.length, fewest: fewestSimilar };
};

export const isBand = (band: Band | NotEnough): band is Band => 'low' in band;

/**
 * What came of finished benefits, as multiples of their approved plans: the outside view on a benefit like them.
 *
 * Finished are those whose whole plan is over and measured; a rate halfway says little of the end.
 */
export const lifetimeBand = (similar: readonly Benefit[], periods: Periods, today: Day): Band | NotEnough =>
  bandOf(
    similar.map((benefit) => {
      const cells = cellsOf(benefit, periods, today);
      const finished = cells.every(({ planned, over, realised }) => planned === null || (over && realised !== null));
      const { ofLifetime } = realisationOf(cells);
      return finished && ofLifetime !== null ? [ofLifetime] : [];
    }),
  );

/**
 * What came of single periods of similar benefits, as multiples of forecasts made in the same year before their end (`year`
 * 1: at most twelve months before). Every kept forecast counts; each benefit weighs the same.
 */
export const periodBand = (similar: readonly Benefit[], periods: Periods, today: Day, year: number): Band | NotEnough =>
  bandOf(similar.map((benefit) => multiples(benefit, periods, today, year)));

const multiples = (benefit: Benefit, periods: Periods, today: Day, year: number): number[] => {
  const realised = new Map(benefit.realised.map(({ period, value }) => [period, value]));
  return keptForecasts(benefit, today).flatMap(({ madeOn, profile }) =>
    profile.flatMap(({ period, value: forecast }) => {
      const { to } = periodCalled(period, periods);
      if (to > today || madeOn >= to || yearAhead(madeOn, to) !== year) return [];
      const multiple = ratioOf(realised.get(period) ?? null, forecast);
      return multiple === null ? [] : [multiple];
    }),
  );
};
