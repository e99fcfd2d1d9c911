/** How many cases met the first of two places before the second. */
export type Precedence = { readonly before: number; readonly after: number; readonly cases: number };

const exactUpTo = 13;

/**
 * The order of `size` places that the fewest cases contradict (Kemeny 1959), as a list of their numbers.
 *
 * Each case votes once for every pair of places it met, so skips leave a pair out and repeats change nothing. Where no
 * vote tells two places apart, the smaller number goes first: hand them in by whatever else is known. Up to 13 places
 * the order is the best there is; above, it is one that moving any single place does not better.
 */
export const precedenceOrder = (size: number, precedences: readonly Precedence[]): number[] => {
  const gain = gains(size, precedences);
  return size <= exactUpTo ? best(gain) : settled(gain, byWins(gain));
};

/** What is gained by putting one place anywhere before another: the votes for it less those against, ties by number. */
const gains = (size: number, precedences: readonly Precedence[]): number[][] => {
  const gain = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (__, b) => Math.sign(b - a)));
  const vote = (a: number, b: number, votes: number): void => {
    const row = gain[a];
    if (row && a !== b) row[b] = (row[b] ?? 0) + votes * size * size;
  };
  for (const { before, after, cases } of precedences) {
    vote(before, after, cases);
    vote(after, before, -cases);
  }
  return gain;
};

const of = (gain: readonly (readonly number[])[], a: number, b: number): number => gain[a]?.[b] ?? 0;

/** The best order by the best orders of all smaller sets of places (Held and Karp's way through subsets). */
const best = (gain: readonly (readonly number[])[]): number[] => {
  const size = gain.length;
  const worth = new Float64Array(2 ** size).fill(Number.NEGATIVE_INFINITY);
  const lastOf = new Int8Array(2 ** size).fill(-1);
  worth[0] = 0;
  for (let set = 0; set < 2 ** size; set++) {
    for (let next = 0; next < size; next++) {
      if (set & (1 << next)) continue;
      let added = 0;
      for (let before = 0; before < size; before++) if (set & (1 << before)) added += of(gain, before, next);
      const grown = set | (1 << next);
      if ((worth[set] ?? 0) + added > (worth[grown] ?? 0)) {
        worth[grown] = (worth[set] ?? 0) + added;
        lastOf[grown] = next;
      }
    }
  }
  const order: number[] = [];
  for (let set = 2 ** size - 1; set > 0; set &= ~(1 << (order[0] ?? 0))) order.unshift(lastOf[set] ?? 0);
  return order;
};

/** Places by how many others they win against: where the majorities agree with one order, this is that order. */
const byWins = (gain: readonly (readonly number[])[]): number[] => {
  const wins = gain.map((row) => row.filter((each) => each > 0).length);
  return gain.map((_, place) => place).sort((a, b) => (wins[b] ?? 0) - (wins[a] ?? 0) || a - b);
};

/** Moves single places to where they gain most until no move gains anything. */
const settled = (gain: readonly (readonly number[])[], start: readonly number[]): number[] => {
  const order = [...start];
  for (let moved = true; moved; ) {
    moved = false;
    for (const place of start) {
      const from = order.indexOf(place);
      const to = bestSpot(gain, order, place, from);
      if (to === from) continue;
      order.splice(from, 1);
      order.splice(to, 0, place);
      moved = true;
    }
  }
  return order;
};

const bestSpot = (
  gain: readonly (readonly number[])[],
  order: readonly number[],
  place: number,
  from: number,
): number => {
  let [spot, most] = [from, 0];
  for (const step of [-1, 1]) {
    let gained = 0;
    for (let at = from + step; at >= 0 && at < order.length; at += step) {
      const other = order[at] ?? 0;
      gained +=
        step < 0 ? of(gain, place, other) - of(gain, other, place) : of(gain, other, place) - of(gain, place, other);
      if (gained > most) [spot, most] = [at, gained];
    }
  }
  return spot;
};
