import { canonical } from '#store/canonical.ts';

/** An entry that a list shall have: the one at `before`, or a new one behind the old one at `after` (-1: in front). */
export type Aligned = { readonly value: unknown; readonly before?: number; readonly after: number };

/**
 * Which entries of a list stay, which come and which go.
 *
 * Entries are known by their key or, without one, by all they say. Between two that stay, an entry without a key is taken
 * for the one that stood in its place: it was changed, not exchanged.
 */
export const aligned = (
  before: readonly unknown[],
  wanted: readonly unknown[],
): { readonly pairs: readonly Aligned[]; readonly gone: readonly number[] } => {
  const same = matches(before.map(identity), wanted.map(identity));
  const pairs: Aligned[] = [];
  const used = new Set<number>();
  let last = -1;
  for (const [index, value] of wanted.entries()) {
    const match =
      same[index] ??
      inPlace(
        before,
        value,
        last + 1,
        same.find((at, j) => j > index && at !== undefined),
      );
    if (match === undefined) pairs.push({ value, after: last });
    else {
      pairs.push({ value, before: match, after: last });
      used.add(match);
      last = match;
    }
  }
  return { pairs, gone: before.flatMap((_, index) => (used.has(index) ? [] : [index])) };
};

/** For each wanted entry the place of the same one, in rising order. */
const matches = (before: readonly string[], wanted: readonly string[]): (number | undefined)[] => {
  const places = new Map<string, number[]>();
  for (const [index, id] of before.entries()) places.set(id, [...(places.get(id) ?? []), index]);
  let last = -1;
  return wanted.map((id) => {
    const place = places.get(id)?.find((index) => index > last);
    if (place !== undefined) last = place;
    return place;
  });
};

const inPlace = (
  before: readonly unknown[],
  value: unknown,
  from: number,
  until = before.length,
): number | undefined =>
  keyOf(value) === undefined && from < until && keyOf(before[from]) === undefined ? from : undefined;

const identity = (value: unknown): string => {
  const key = keyOf(value);
  return key === undefined ? `value ${canonical(value)}` : `key ${key}`;
};

const keyOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string'
    ? value.key
    : undefined;
