/** A line that a text loses or gains. */
export type LineChange = { readonly mark: '+' | '-'; readonly line: string };

const mostCompared = 4_000_000;

/** The lines by which two texts differ, in their order. Where too much differs to compare, all of the old and all of the new. */
export const lineDifference = (before: string, after: string): LineChange[] => {
  const old = linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return between(old.slice(start, old.length - end), now.slice(start, now.length - end));
};

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

const between = (old: readonly string[], now: readonly string[]): LineChange[] => {
  const isLarge = old.length * now.length > mostCompared;
  const common = isLarge ? [] : longestCommon(old, now);
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  for (const [atOld, atNow] of [...common, [old.length, now.length] as const]) {
    for (; i < atOld; i += 1) changes.push({ mark: '-', line: old[i] ?? '' });
    for (; j < atNow; j += 1) changes.push({ mark: '+', line: now[j] ?? '' });
    i += 1;
    j += 1;
  }
  return changes;
};

/** The places of a longest row of lines that both have. */
const longestCommon = (old: readonly string[], now: readonly string[]): (readonly [number, number])[] => {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) {
      places.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return places;
};
