import { logGamma } from './gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a beta(a, b) variable is at most x.
 *
 * Continued fraction DLMF 8.17.22, evaluated from the side on which it converges fast.
 */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - (logGamma(a) + logGamma(b) - logGamma(a + b));
  const front = Math.exp(logFront);
  return x < (a + 1) / (a + b + 2)
    ? Math.min(1, (front * fraction(x, a, b)) / a)
    : Math.max(0, 1 - (front * fraction(1 - x, b, a)) / b);
};

/** The number of steps grows with the root of a + b: about ten thousand at ten million rows. */
const mostSteps = 1_000_000;
const tiny = 1e-300;
const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The fraction by the modified method of Lentz: the value is a product of ratios, so it never has to be turned round. */
const fraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < mostSteps; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return value;
  }
  throw new RangeError(`the incomplete beta function did not converge at ${x}, ${a}, ${b}`);
};

/** The x below which a beta(a, b) variable falls with chance p. Halving: slow beside Newton, and it cannot miss. */
export const betaQuantile = (p: number, a: number, b: number): number => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 1100 && high - low > 1e-16 * high; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
