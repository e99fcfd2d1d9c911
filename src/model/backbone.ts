/** A way from one place to another and how often it was taken. */
export type Way = { readonly from: string; readonly to: string; readonly count: number };

/**
 * The fewest ways that still show how work goes: every place keeps its most frequent way in and out, and together they
 * cover at least the share `detail` of all moves.
 *
 * Of equally frequent ways the one that serves both its ends is kept before one that serves one, then the first by name;
 * so the answer does not depend on the order in which the ways are given. It comes in the order most frequent first.
 */
export const backbone = <W extends Way>(ways: readonly W[], detail: number): W[] => {
  const most = { in: greatest(ways, 'to'), out: greatest(ways, 'from') };
  const serves = (way: Way): number =>
    Number(way.count === most.out.get(way.from)) + Number(way.count === most.in.get(way.to));
  const ordered = ways
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || serves(b) - serves(a) || byName(a, b));
  const kept = new Set<W>();
  const left = new Set<string>();
  const entered = new Set<string>();
  for (const way of ordered) {
    if (left.has(way.from) && entered.has(way.to)) continue;
    kept.add(way);
    left.add(way.from);
    entered.add(way.to);
  }
  fill(kept, ordered, detail);
  return ordered.filter((way) => kept.has(way));
};

/** Adds the most frequent of the other ways until the share is reached. */
const fill = <W extends Way>(kept: Set<W>, ordered: readonly W[], detail: number): void => {
  const total = sum(ordered);
  let covered = sum([...kept]);
  for (const way of ordered) {
    if (covered >= detail * total) return;
    if (kept.has(way)) continue;
    kept.add(way);
    covered += way.count;
  }
};

const sum = (ways: readonly Way[]): number => ways.reduce((all, { count }) => all + count, 0);

const greatest = (ways: readonly Way[], end: 'from' | 'to'): Map<string, number> => {
  const most = new Map<string, number>();
  for (const way of ways) most.set(way[end], Math.max(way.count, most.get(way[end]) ?? 0));
  return most;
};

const byName = (a: Way, b: Way): number => compare(a.from, b.from) || compare(a.to, b.to);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
