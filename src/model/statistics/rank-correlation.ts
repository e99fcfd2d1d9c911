/** Two places of one thing: on one list and on another. */
export type Places = readonly [number, number];

/**
 * Kendall's tau-b (1945) of several groups of things together: the pairs of a group that stand the same way round on both
 * lists, less those that stand the other way round, over the geometric mean of the pairs that each list tells apart.
 *
 * 1 when nothing changed places, −1 when all is turned round. Things of two groups are no pair. Null where one of the
 * lists tells no two things apart.
 */
export const kendallTauB = (groups: readonly (readonly Places[])[]): number | null => {
  let [agreeing, apartBefore, apartAfter] = [0, 0, 0];
  for (const things of groups) {
    for (const [index, [before, after]] of things.entries()) {
      for (let other = 0; other < index; other++) {
        const [otherBefore = before, otherAfter = after] = things[other] ?? [];
        const [one, two] = [Math.sign(before - otherBefore), Math.sign(after - otherAfter)];
        agreeing += one * two;
        apartBefore += one * one;
        apartAfter += two * two;
      }
    }
  }
  const apart = Math.sqrt(apartBefore * apartAfter);
  return apart === 0 ? null : agreeing / apart;
};
