import { parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';
import type { DatedValue } from '#model/measurement.ts';

/** How often something is measured: the word for one step, its length in days, and how many steps make up its season. */
export type Step = { readonly word: string; readonly days: number; readonly season: number };

/** Lengths are means over four years, so that months of any length are one step apart. A day's season is the week. */
const rhythms: readonly Step[] = [
  { word: 'day', days: 1, season: 7 },
  { word: 'week', days: 7, season: 1461 / 28 },
  { word: 'month', days: 1461 / 48, season: 12 },
  { word: 'quarter', days: 1461 / 16, season: 4 },
  { word: 'half-year', days: 1461 / 8, season: 2 },
  { word: 'year', days: 1461 / 4, season: 1 },
];

/** A measurement and the number of its step, counted from the first one. */
export type Point = DatedValue & { readonly at: number };

/**
 * The rhythm in which measurements come, by the middle of the gaps between them; nothing where that is no usual one, or
 * where two measurements fall into one step of it.
 */
export const rhythmOf = (measurements: readonly DatedValue[]): Step | undefined => {
  const gaps = measurements.slice(1).map(({ on }, n) => parseIsoDate(on) - parseIsoDate(measurements[n]?.on ?? on));
  const gap = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const step = rhythms.find(({ days }) => Math.abs(gap - days) <= days / 5);
  const first = measurements[0]?.on;
  if (!step || first === undefined) return undefined;
  const places = pointsFrom(measurements, first, step).map(({ at }) => at);
  return new Set(places).size === places.length ? step : undefined;
};

/** Measurements with their steps from a day on. */
export const pointsFrom = (measurements: readonly DatedValue[], first: Day, { days }: Step): Point[] =>
  measurements.map(({ on, value }) => ({ on, value, at: Math.round((parseIsoDate(on) - parseIsoDate(first)) / days) }));
