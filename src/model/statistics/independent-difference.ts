import type { Estimate } from './interval.ts';

/**
 * The first figure minus the second, with the interval recovered from the two intervals.
 *
 * Each side lends the half of its interval that points the right way, so a lopsided interval stays lopsided. The two must
 * come from different rows. Zou and Donner (2008), "method of variance estimates recovery".
 */
export const differenceOfIndependent = (a: Estimate, b: Estimate): Estimate => {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
};
