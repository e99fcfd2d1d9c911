import { betaQuantile, incompleteBeta } from './beta.ts';

/** The value that an F variable with d1 and d2 degrees of freedom stays below with chance p. */
export const fQuantile = (p: number, d1: number, d2: number): number => {
  const x = betaQuantile(p, d1 / 2, d2 / 2);
  return (d2 * x) / (d1 * (1 - x));
};

/** The value that a Student t variable stays below with chance p ≥ ½; its square is an F variable with 1 and df. */
export const tQuantile = (p: number, df: number): number => Math.sqrt(fQuantile(2 * p - 1, 1, df));

/** The chance that a Student t variable stays below t. */
export const tCumulative = (t: number, df: number): number => {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
};
