import { effectiveNumber, entropy } from '#model/statistics/entropy.ts';
import { type Estimate, z95 } from '#model/statistics/interval.ts';

/** What one part has of an object, and from how many cases that is known. */
export type Part = { readonly object: string; readonly amount: number; readonly cases: number };

/**
 * The effective number of parts per object, averaged by the objects' amounts; null when nothing was spread.
 *
 * The interval is the closed form of the entropy's sampling error, (Σ p·ln²p − H²) / n, carried through the exponential,
 * with the cases of an object as the unit of chance. It knows no error for an object that one part has alone.
 */
export const meanEffectiveNumber = (parts: readonly Part[]): Estimate | null => {
  const objects = [...Map.groupBy(parts, ({ object }) => object).values()].map(spreadOf);
  const whole = objects.reduce((sum, { amount }) => sum + amount, 0);
  if (whole === 0) return null;
  const value = objects.reduce((sum, { amount, number }) => sum + amount * number, 0) / whole;
  const variance = objects.reduce((sum, each) => sum + (each.amount / whole) ** 2 * each.variance, 0);
  const half = z95 * Math.sqrt(variance);
  return { value, lower: Math.max(1, value - half), upper: value + half };
};

const spreadOf = (parts: readonly Part[]): { amount: number; number: number; variance: number } => {
  const amounts = parts.map(({ amount }) => amount);
  const amount = amounts.reduce((sum, each) => sum + each, 0);
  const cases = parts.reduce((sum, part) => sum + part.cases, 0);
  const nats = entropy(amounts) ?? 0;
  const number = effectiveNumber(amounts) ?? 0;
  const second = amounts.reduce(
    (sum, each) => (each > 0 ? sum + (each / amount) * Math.log(each / amount) ** 2 : sum),
    0,
  );
  return { amount, number, variance: (number ** 2 * Math.max(0, second - nats ** 2)) / Math.max(1, cases) };
};
