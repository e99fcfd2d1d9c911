import type { BreakReason } from '#api/value.ts';

/** Why an amount goes no further, as it is said behind it. */
export const reasonWords: Readonly<Record<BreakReason, string>> = {
  'no-investment': 'no line of funding',
  'no-initiative': 'no initiative',
  'no-capability': 'no capability',
  'no-outcome': 'no outcome',
  'no-benefit': 'no benefit',
  'no-measure': 'no measure',
  'other-causes': 'other causes',
  'not-evidenced': 'only a claim',
};
