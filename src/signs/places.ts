import type { Reading } from '#model/reading.ts';
import type { SignPlace } from '#model/sign.ts';
import { fewest } from './found.ts';

/** A place by its key; what people call it is told where records are known. */
type KeyedPlace = Omit<SignPlace, 'name'>;

/** Names in parentheses stand for no place: those without one, and teams too small to be shown. */
const isPlace = (key: string): boolean => key !== '' && !key.startsWith('(');

const keyOf = ({ subject }: Reading): string => Object.values(subject)[0] ?? '';

/**
 * The place that adds most to what is wrong: worse than the whole, even at the mild end of its own interval.
 *
 * Null where no place is. The worst value alone would point at the smallest places, which vary most.
 */
export const worsePlace = (
  scope: string,
  readings: readonly Reading[],
  whole: number,
  highIsWorse: boolean,
): KeyedPlace | null => {
  const sign = highIsWorse ? 1 : -1;
  const found = readings.flatMap((reading) => {
    const { value, lower, upper, n } = reading;
    const mild = highIsWorse ? lower : upper;
    if (value === null || mild === null || n < fewest || !isPlace(keyOf(reading))) return [];
    return sign * (mild - whole) > 0 ? [{ reading, value, adds: sign * (value - whole) * n }] : [];
  });
  const [first] = found.toSorted((a, b) => b.adds - a.adds);
  return first ? { kind: 'worse', scope, key: keyOf(first.reading), value: first.value, n: first.reading.n } : null;
};

/** From this share on a place holds enough of the whole to be named. */
const concentrated = 0.25;

/** The place that holds most of a sum, given the mean and the number of cases of each. */
export const partPlace = (scope: string, readings: readonly Reading[]): KeyedPlace | null =>
  largest(
    'part',
    scope,
    readings.map((reading) => ({ key: keyOf(reading), many: (reading.value ?? 0) * reading.n, n: reading.n })),
  );

/** The place of most of the cases that broke a rule. */
export const mostPlace = (
  scope: string,
  counts: readonly { readonly key: string; readonly cases: number }[],
): KeyedPlace | null =>
  largest(
    'most',
    scope,
    counts.map(({ key, cases }) => ({ key, many: cases, n: cases })),
  );

type Holding = { readonly key: string; readonly many: number; readonly n: number };

const largest = (kind: 'part' | 'most', scope: string, all: readonly Holding[]): KeyedPlace | null => {
  const whole = all.reduce((sum, { many }) => sum + many, 0);
  const [first] = all
    .filter(({ key, n }) => isPlace(key) && n >= fewest)
    .toSorted((a, b) => b.many - a.many || (a.key < b.key ? -1 : 1));
  if (!first || whole === 0 || first.many / whole < concentrated) return null;
  return { kind, scope, key: first.key, value: first.many / whole, n: first.n };
};
