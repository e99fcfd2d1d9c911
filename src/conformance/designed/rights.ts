import { ladderOf } from '#facts/rights.ts';
import type { DesignedTable } from '../ground.ts';

/** What stands between the levels of a path when it is one text; no key holds it. */
export const between = '>';

/**
 * The decision rights in force: the levels a matter is to climb, from the right's own, and the levels below the first.
 *
 * `path` is null where the design states no escalation, because nothing is then said about the way.
 */
export const designedRights: DesignedTable = {
  name: 'decision_right',
  columns: { right_key: 'text', path: 'text', below: 'text', from_at: 'double', until_at: 'double' },
  rows: ({ eras }) =>
    eras.flatMap(({ design, from, until }) => {
      const { rank } = ladderOf(design);
      return design.decisionRights.map(({ key, level, escalation }) => {
        const own = rank(level) ?? 0;
        const below = design.levels.filter((other) => other.rank < own).map((other) => other.key);
        const path =
          escalation.length === 0 ? null : [level, ...escalation.filter((next) => next !== level)].join(between);
        return [key, path, below.join(between), from, until];
      });
    }),
};
