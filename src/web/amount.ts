import type { Words } from '#charts/drawing/numbers.ts';

type Bounds = { readonly lower: number | null; readonly upper: number | null };

const counted = new Set(['team', 'path', 'layer', 'hand-over', 'item']);

/** A value with its unit, as a sentence would say it: `61%`, `4.2 d`, `2.2 teams`. */
export const amount = (words: Words, value: number | null, unit: string, bounds?: Bounds): string => {
  const text = words.figure(value, unit, bounds);
  return value === null || !counted.has(unit) ? text : `${text} ${unit}${text === '1' ? '' : 's'}`;
};
