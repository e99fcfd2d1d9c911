/** Answers the next whole number from 0 to `below` − 1, each as likely; `below` is at most 2³². */
export type RandomSource = (below: number) => number;

/**
 * A stream of numbers that is the same for one seed on every machine, since its state moves by whole-number steps only.
 *
 * The published mulberry32 recipe: 32 bits of state, ample for resampling and far from enough for secrets.
 */
export const randomSource = (seed: number): RandomSource => {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
};
