import { secondsOf } from '#model/calendar/seconds-of.ts';
import type { DesignedTable } from '../ground.ts';

/** For how long (ms) an agreed priority is to stand, while its design is in force: the least that any of its records says. */
export const priorityHolds: DesignedTable = {
  name: 'priority_hold',
  columns: { hold: 'double', from_at: 'double', until_at: 'double' },
  rows: ({ eras, context: { calendar } }) =>
    eras
      .filter(({ design }) => design.priorityHolds.length > 0)
      .map(({ design, from, until }) => {
        const holds = design.priorityHolds.map((record) => secondsOf(record.holds, 'elapsed', calendar));
        return [1000 * Math.min(...holds), from, until];
      }),
};
