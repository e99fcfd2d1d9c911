import type { Day } from '#model/day.ts';
import type { Outcome, Rival } from '#model/outcome.ts';

/**
 * What else may explain a change of a series between two days: the explanations on record that are not ruled out, and that
 * were at work in between. One without days may have been at work at any time.
 */
export const rivalsBetween = ({ rivals }: Outcome, from: Day, until: Day): Rival[] =>
  rivals.filter(
    (rival) =>
      rival.standing !== 'ruled-out' &&
      (rival.from === undefined || rival.from <= until) &&
      (rival.to === undefined || rival.to > from),
  );
