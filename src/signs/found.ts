import type { Found } from './define.ts';

/** Fewer cases say more about single cases than about the whole. */
export const fewest = 5;

/** A value of which every case was counted, so that there is nothing to estimate. */
export const complete = (value: number, n: number): Found => ({
  value,
  n,
  lower: value,
  upper: value,
  interval: 'complete',
  coverage: 1,
});
