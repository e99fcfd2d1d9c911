/**
 * The word that a person most likely meant, or undefined when nothing on the list is near.
 *
 * Near means: at most a third of the letters differ (insertions, deletions, replacements and swapped neighbours), after
 * case is ignored. A wilder guess would send people astray more often than it helps.
 */
export const closest = (word: string, known: readonly string[]): string | undefined => {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(Math.max(wanted.length, 3) / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
};

/**
 * How many insertions, deletions, replacements and swaps of neighbours make one word the other. Where they are `enough`, it
 * is not told how many more: most words of a long list are far from the one that is looked for.
 */
export const editDistance = (a: string, b: string, enough = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let nearest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < nearest) nearest = cost;
    }
    // No later row is nearer: a swap goes back two rows, but costs one, and a row is farther than the last by one at most.
    if (nearest >= enough) return enough;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? 0;
};
