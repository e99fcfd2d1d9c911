import type { Token } from '../tokens.ts';

/** A step of the one hue from little to much, and the ink of what is written on it. */
export type Tone = { readonly fill: Token; readonly ink: Token };

export const tones: readonly Tone[] = [
  { fill: 'step1', ink: 'onStep1' },
  { fill: 'step2', ink: 'onStep2' },
  { fill: 'step3', ink: 'onStep3' },
  { fill: 'step4', ink: 'onStep4' },
  { fill: 'step5', ink: 'onStep5' },
];

const first: Tone = { fill: 'step1', ink: 'onStep1' };

/** Values of one step: more than the step before it, and at most `most`. */
export type Step = { readonly least: number; readonly most: number; readonly tone: Tone };

/**
 * Steps that hold about as many values each, from the least to the greatest, each told by what really stands in it.
 * Amounts of money are so uneven that steps of equal height would leave nearly all in the lowest. Equal values are never parted.
 */
export const stepsOf = (values: readonly number[]): Step[] => {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const ends =
    distinct.length <= tones.length
      ? distinct
      : [...new Set(tones.map((_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / tones.length) - 1] ?? 0))];
  return ends.map((most, index) => {
    const before = ends[index - 1];
    const least = before === undefined ? (sorted[0] ?? most) : (distinct.find((each) => each > before) ?? most);
    return { least, most, tone: tones[toneAt(index, ends.length)] ?? first };
  });
};

/** Fewer steps than tones still reach from the faintest to the strongest. */
const toneAt = (index: number, count: number): number =>
  count <= 1 ? 2 : Math.round((index * (tones.length - 1)) / (count - 1));

export const toneOf = (value: number, steps: readonly Step[]): Tone =>
  steps.find(({ most }) => value <= most)?.tone ?? steps.at(-1)?.tone ?? first;
