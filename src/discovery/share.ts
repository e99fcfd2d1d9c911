import type { DiscoveredShare } from '#model/discovery.ts';
import { wilson } from '#model/statistics/wilson.ts';

/** A share of counted cases with its interval; of nothing there is none. */
export const shareOf = (hits: number, n: number): DiscoveredShare =>
  n === 0 ? { value: null, lower: null, upper: null, n } : { value: hits / n, ...wilson(hits, n), n };
