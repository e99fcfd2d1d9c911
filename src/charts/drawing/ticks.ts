/** A place for every value between two, on a line of pixels. */
export type Scale = (value: number) => number;

/** Values outside of the range are held at its ends, so that no mark leaves the picture. */
export const scale = (from: number, until: number, start: number, end: number): Scale => {
  // Halves, because the whole distance between the greatest and the least number there is, is none.
  const span = until / 2 - from / 2;
  return (value) => {
    const share = span === 0 ? 0 : (value / 2 - from / 2) / span;
    return start + Math.max(0, Math.min(1, share)) * (end - start);
  };
};

/** Round values from nought (or below) to the first that nothing exceeds: at most six, so five lines above nought. */
export const ticks = (least: number, most: number, lines = 5): number[] => {
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  return high / 2 - low / 2 < tiny ? [0, 1] : ticksAround(low, high, lines);
};

/** Round values around those there are, nought only where it lies among them: for lines, whose height says nothing. */
export const ticksAround = (least: number, most: number, lines: number): number[] => {
  const step = stepOf(
    most / lines - least / lines,
    (each) => Math.ceil(most / each) - Math.floor(least / each) <= lines,
  );
  const first = Math.floor(least / step);
  const count = Math.ceil(most / step) - first;
  return Array.from({ length: count + 1 }, (_, index) => exact((first + index) * step, step));
};

/** What differs by less is drawn as equal: no axis could be written for it. */
const tiny = 1e-6;

/** The least of 1, 2, 2.5 and 5 by powers of ten that is enough. */
const stepOf = (about: number, enough: (step: number) => boolean): number => {
  const power = Math.floor(Math.log10(about));
  for (const each of [0, 1, 2]) {
    for (const factor of [1, 2, 2.5, 5]) {
      const step = exact(factor * 10 ** (power + each), 10 ** (power + each - 1));
      if (step > 0 && enough(step)) return step;
    }
  }
  return about;
};

/** Without the dust of binary fractions: 0.3, and not 0.30000000000000004. */
const exact = (value: number, step: number): number => {
  const digits = Math.max(0, Math.min(100, 2 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits)) + 0;
};
