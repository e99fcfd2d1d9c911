import { tCumulative } from '#model/statistics/distributions.ts';
import type { Estimate } from '#model/statistics/interval.ts';
import { type Fit, leastSquares } from './least-squares.ts';

/** A series to be explained: at which steps it was observed, what was seen, and the columns that explain it. */
export type Explained = {
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly rows: readonly Float64Array[];
};

/** A regression whose errors carry over from step to step, for every degree of carrying over, with its weight. */
export type CarriedFit = {
  readonly df: number;
  /** How much of an error carries over to the next step, weighed by what the series says of it. */
  readonly carriedOver: number;
  /** A weighted sum of the coefficients, and its 95 % interval. */
  readonly estimate: (weights: readonly number[]) => Estimate;
  /** The same without the interval, which takes long to find. */
  readonly value: (weights: readonly number[]) => number;
};

/** Degrees of carrying over, from somewhat against the last step to nearly all of it, evenly spaced in Fisher's z. */
const degrees = Array.from({ length: 24 }, (_, index) => {
  const [least, most] = [Math.atanh(-0.3), Math.atanh(0.98)];
  return Math.tanh(least + ((most - least) * (index + 0.5)) / 24);
});

/**
 * Regression with errors that follow an AR(1) process, whose parameter is not estimated but integrated over.
 *
 * In a short series the parameter is the least certain thing of all: a single estimate of it (Prais–Winsten and its like)
 * is biased towards nothing carried over, and intervals on it are too narrow. So each of two dozen values is taken with the
 * weight that the restricted likelihood gives it, and the interval is that of the mixture of Student's t. With flat priors
 * on the coefficients, the logarithm of the variance and Fisher's z of the parameter this is the posterior; the last leans to
 * much carried over, which short series hide (docs/decisions/0033). Steps that were not observed are bridged by powers of the parameter. Null where columns cannot be told
 * apart, or where they leave nothing to chance.
 */
export const carriedFit = ({ at, values, rows }: Explained): CarriedFit | null => {
  const df = values.length - (rows[0]?.length ?? 0);
  if (df < 1) return null;
  const fits = degrees.flatMap((degree) => {
    const whitened = whiten({ at, values, rows }, degree);
    const fit = leastSquares(whitened.rows, whitened.values);
    if (!fit) return [];
    const logWeight = -(whitened.logScale + fit.logDeterminant + df * Math.log(fit.squares)) / 2;
    return [{ degree, fit, logWeight }];
  });
  if (fits.length < degrees.length || fits.some(({ fit }) => fit.squares <= noChance * squareOf(values))) return null;
  const most = Math.max(...fits.map(({ logWeight }) => logWeight));
  const total = fits.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - most), 0);
  const weighed = fits.map(({ degree, fit, logWeight }) => ({
    degree,
    fit,
    weight: Math.exp(logWeight - most) / total,
  }));
  return {
    df,
    carriedOver: weighed.reduce((sum, { degree, weight }) => sum + degree * weight, 0),
    estimate: (weights) => estimateOf(weighed, weights, df),
    value: (weights) => weighed.reduce((sum, { fit, weight }) => sum + weight * weightedSum(fit, weights), 0),
  };
};

/** Residuals below this share of the values are what is left by rounding. */
const noChance = 1e-20;

const squareOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);

const weightedSum = ({ coefficients }: Fit, weights: readonly number[]): number =>
  coefficients.reduce((sum, each, index) => sum + each * (weights[index] ?? 0), 0);

/** The series with what carried over taken out, so that what is left of each error is new, and what that did to its scale. */
const whiten = ({ at, values, rows }: Explained, degree: number) => {
  let logScale = 0;
  const white = values.map((value, n) => {
    const apart = n === 0 ? Number.POSITIVE_INFINITY : (at[n] ?? 0) - (at[n - 1] ?? 0);
    const carried = n === 0 ? 0 : degree ** apart;
    const variance = (1 - carried * carried) / (1 - degree * degree);
    logScale += Math.log(variance);
    const scale = 1 / Math.sqrt(variance);
    const before = rows[n - 1];
    const row = rows[n] ?? new Float64Array();
    return {
      value: scale * (value - carried * (values[n - 1] ?? 0)),
      row: row.map((each, column) => scale * (each - carried * (before?.[column] ?? 0))),
    };
  });
  return { rows: white.map(({ row }) => row), values: Float64Array.from(white, ({ value }) => value), logScale };
};

type Weighed = { readonly fit: Fit; readonly weight: number };

const estimateOf = (fits: readonly Weighed[], weights: readonly number[], df: number): Estimate => {
  const parts = fits
    .filter(({ weight }) => weight > 1e-9)
    .map(({ fit, weight }) => ({
      weight,
      centre: weightedSum(fit, weights),
      error: Math.sqrt((fit.squares / df) * fit.spread(weights)),
    }));
  const below = (x: number): number =>
    parts.reduce((sum, { weight, centre, error }) => sum + weight * tCumulative((x - centre) / error, df), 0);
  const lowest = Math.min(...parts.map(({ centre, error }) => centre - 100 * error));
  const highest = Math.max(...parts.map(({ centre, error }) => centre + 100 * error));
  const value = parts.reduce((sum, { weight, centre }) => sum + weight * centre, 0);
  return { value, lower: crossing(below, 0.025, lowest, highest), upper: crossing(below, 0.975, lowest, highest) };
};

/** Where a rising function passes a level, by halving. */
const crossing = (rising: (x: number) => number, level: number, from: number, until: number): number => {
  let [low, high] = [from, until];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
