import { z } from 'zod';

const whole = 1_000_000;

/** A share in whole millionths, which add up exactly: 0.1, 0.2 and 0.7 are one, as they are not in binary fractions. */
export const millionths = (share: number): number => Math.round(share * whole);

/** Whether shares, added up in millionths, are more than the whole, less, or just it. */
export const comparedToWhole = (sum: number): -1 | 0 | 1 => (sum === whole ? 0 : sum < whole ? -1 : 1);

/** A sum of millionths as people write it: 1.1. */
export const sumText = (sum: number): string => String(sum / whole);

/** A part of a whole, from 0 to 1. Six decimals at most, so that sums of shares are exact. */
export const Share = z
  .number()
  .min(0)
  .max(1)
  .refine(
    (share) => Math.abs(share * whole - millionths(share)) < 1e-6,
    'a share of at most six decimals, such as 0.25',
  );
export type Share = z.infer<typeof Share>;
