import type { Interval } from './interval.ts';

/** The three values a rule publishes. They rise when more is worse, and fall when less is worse. */
export type Breakpoints = {
  readonly asDesigned: number;
  readonly worstTolerable: number;
  readonly twiceAsBad: number;
};

/**
 * How far a value is from what was designed: 0 as designed or better, 50 at the worst tolerable, 100 twice as bad or worse.
 *
 * Straight between the three. Two of them may be equal (nothing is tolerated, or everything past it is the worst): the
 * severity then jumps just beyond that value. All three equal, or out of order, is refused: worse would have no direction.
 */
export const severity = (value: number, breakpoints: Breakpoints): number => {
  const { asDesigned, worstTolerable, twiceAsBad } = breakpoints;
  const sign = Math.sign(twiceAsBad - asDesigned);
  const inOrder = sign * (worstTolerable - asDesigned) >= 0 && sign * (twiceAsBad - worstTolerable) >= 0;
  if (sign === 0 || !inOrder) throw new RangeError(`${JSON.stringify(breakpoints)} neither rise nor fall`);
  if (Number.isNaN(value)) throw new RangeError('a value that is no number has no severity');

  const beyond = (point: number): number => sign * (value - point);
  if (beyond(asDesigned) <= 0) return 0;
  if (beyond(worstTolerable) <= 0) return 50 * ((value - asDesigned) / (worstTolerable - asDesigned));
  if (beyond(twiceAsBad) >= 0) return 100;
  return 50 + 50 * ((value - worstTolerable) / (twiceAsBad - worstTolerable));
};

/** The interval of a value as an interval of severity, lower first also where less is worse. */
export const severityInterval = ({ lower, upper }: Interval, breakpoints: Breakpoints): Interval => {
  const ends = [severity(lower, breakpoints), severity(upper, breakpoints)];
  return { lower: Math.min(...ends), upper: Math.max(...ends) };
};
