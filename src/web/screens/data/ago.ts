const steps = [
  { unit: 'year', ms: 365.25 * 86_400_000 },
  { unit: 'month', ms: 30.44 * 86_400_000 },
  { unit: 'week', ms: 7 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** From how many of a unit on it is told in that unit: `47 days`, not `one month`. */
const least = 2;

/** How long ago an instant was, in the largest unit of which there are two: `3 days ago`. */
export const ago = (instant: number, now: number): string => {
  const gone = now - instant;
  const step = steps.find(({ ms }) => gone >= least * ms);
  if (!step) return gone < 0 ? 'in the future' : 'just now';
  return `${Math.floor(gone / step.ms)} ${step.unit}s ago`;
};
