/** Items that follow each other by their codes and are of one source: up to which one, ascending. */
export type Stretch = { readonly source: number; readonly last: number };

/** The source of each item: that of the first stretch that does not end before it. */
export const sourceIn =
  (stretches: readonly Stretch[]) =>
  (item: number): number => {
    let low = 0;
    for (let high = stretches.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((stretches[middle]?.last ?? item) < item) low = middle + 1;
      else high = middle;
    }
    return stretches[low]?.source ?? -1;
  };
