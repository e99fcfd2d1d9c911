import { z95 } from './interval.ts';

/** How long one case lasted; a case that is still open is not `observed`, and its duration is its age so far. */
export type Lifetime = { readonly duration: number; readonly observed: boolean };

/** The curve from one time at which something ended until the next. Bounds are null where they are not defined. */
export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  /** The share of cases that lasts longer than `time`. */
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Each part is null when the curve (or its band) never falls that far: too many cases are still open to tell. */
export type SurvivalQuantile = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * The share of cases that outlasts each time, from closed and open cases alike (Kaplan and Meier 1958).
 *
 * Leaving open cases out would make a bench of unanswered questions look fast. A case that is open at the very time
 * another ends counts as at risk then. The band is Greenwood's variance on the log-log scale, so it stays inside 0–1.
 */
export const survivalCurve = (cases: readonly Lifetime[]): SurvivalStep[] => {
  const sorted = [...cases].sort((a, b) => a.duration - b.duration);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let start = 0; start < sorted.length; ) {
    const time = sorted[start]?.duration ?? 0;
    let end = start;
    let ended = 0;
    for (; end < sorted.length && sorted[end]?.duration === time; end++) if (sorted[end]?.observed) ended++;
    const atRisk = sorted.length - start;
    if (ended > 0) {
      survival = ended === atRisk ? 0 : survival * (1 - ended / atRisk);
      greenwood += ended / (atRisk * (atRisk - ended));
      steps.push({ time, atRisk, ended, survival, ...band(survival, greenwood) });
    }
    start = end;
  }
  return steps;
};

const band = (survival: number, greenwood: number): Pick<SurvivalStep, 'lower' | 'upper'> => {
  if (survival === 0) return { lower: null, upper: null };
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / -Math.log(survival));
  return { lower: survival ** spread, upper: survival ** (1 / spread) };
};

/** Products of fractions miss a round share by this much at most. */
const rounding = 1e-9;

/**
 * The time by which the share p of all cases has ended, with the interval of Brookmeyer and Crowley (1982).
 *
 * Where the curve runs level at exactly 1 − p, the middle of the level stretch is taken, as the usual packages do; with no
 * open cases this makes the median the ordinary median.
 */
export const survivalQuantile = (curve: readonly SurvivalStep[], p: number): SurvivalQuantile => {
  const target = 1 - p;
  return {
    value: levelTime(curve, target),
    lower: curve.find(({ lower }) => lower !== null && lower <= target + rounding)?.time ?? null,
    upper: curve.find(({ upper }) => upper !== null && upper <= target + rounding)?.time ?? null,
  };
};

const levelTime = (curve: readonly SurvivalStep[], target: number): number | null => {
  const index = curve.findIndex(({ survival }) => survival <= target + rounding);
  const step = curve[index];
  if (!step) return null;
  const level = Math.abs(step.survival - target) <= rounding;
  return level ? (step.time + (curve[index + 1]?.time ?? step.time)) / 2 : step.time;
};

/** The median, or another quantile, straight from the cases. */
export const kaplanMeier = (cases: readonly Lifetime[], p = 0.5): SurvivalQuantile =>
  survivalQuantile(survivalCurve(cases), p);
