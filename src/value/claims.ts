import type { Grade } from '#model/reading.ts';

/**
 * How firmly a contribution may be spoken of. Whatever the grade, it is a contribution: nobody owns what several things
 * brought about.
 */
export const contributes: Readonly<Record<Grade, string>> = {
  A: 'has been shown to contribute',
  B: 'contributes, by what was measured before and after,',
  C: 'probably contributes, other explanations not ruled out,',
  D: 'is said by those responsible to contribute',
  E: 'is assumed to contribute',
};

/** The less certain of grades; nothing of none. */
export const weakest = (grades: readonly Grade[]): Grade | undefined => grades.toSorted().at(-1);
