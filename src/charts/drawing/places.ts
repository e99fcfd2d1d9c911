import { widthOf } from './letters.ts';

/**
 * Heights for labels that want to stand beside what they name: none covers another, none leaves the stretch, and their order
 * is that of what they name. Where there are more than fit, those that come last in the list go without (null).
 */
export const spread = (wanted: readonly number[], size: number, from: number, until: number): (number | null)[] => {
  const room = Math.max(0, Math.floor((until - from) / size + 1e-9));
  const kept = wanted.map((at, index) => ({ at, index })).slice(0, room);
  const sorted = [...kept].sort((a, b) => a.at - b.at || a.index - b.index);
  const places: number[] = [];
  for (const { at } of sorted) places.push(Math.max(at, (places.at(-1) ?? from - size / 2) + size));
  // Whatever was pushed beyond the end is pushed back, and pushes those before it.
  for (let each = places.length - 1; each >= 0; each -= 1) {
    const limit = each === places.length - 1 ? until - size / 2 : (places[each + 1] ?? 0) - size;
    places[each] = Math.min(places[each] ?? 0, limit);
  }
  const found = new Map(sorted.map(({ index }, order) => [index, places[order] ?? 0]));
  return wanted.map((_, index) => found.get(index) ?? null);
};

export type Placed = { readonly index: number; readonly text: string; readonly x: number };

/**
 * Labels below places in a row, each in the middle of its own but held inside the stretch. Where they are too wide, every
 * second, third … one stands, counted from the last, which is the newest.
 */
export const below = (
  labels: readonly { readonly text: string; readonly x: number }[],
  from: number,
  until: number,
  { size = 12, gap = 12 } = {},
): Placed[] => {
  const widest = Math.max(0, ...labels.map(({ text }) => widthOf(text, size)));
  const slot = labels.length < 2 ? until - from : ((labels.at(-1)?.x ?? 0) - (labels[0]?.x ?? 0)) / (labels.length - 1);
  const every = Math.max(1, Math.ceil((widest + gap) / Math.max(1, slot)));
  const placed: Placed[] = [];
  let free = until;
  for (const [index, { text, x }] of [...labels.entries()].reverse()) {
    const half = widthOf(text, size) / 2;
    const held = Math.max(from + half, Math.min(until - half, x));
    if ((labels.length - 1 - index) % every !== 0 || held + half > free || held - half < from - 0.01) continue;
    placed.push({ index, text, x: held });
    free = held - half - gap;
  }
  return placed.reverse();
};
