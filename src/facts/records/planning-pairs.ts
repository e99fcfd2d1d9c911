import { innermost, type PlanningPeriod } from '#model/planning-period.ts';
import type { RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';

/**
 * Every planning period that is over, with the one of its kind before it and the one that began a year earlier; null where
 * there is none. Periods that hold others are left out.
 */
export const planningPairs: RecordTable = {
  name: 'planning_pair',
  columns: {
    period: 'text',
    began: 'double',
    ended: 'double',
    before_began: 'double',
    before_ended: 'double',
    year_began: 'double',
    year_ended: 'double',
  },
  instants: [],
  rows: (records) => {
    const all = innermost(records.model.planningPeriods);
    const span = (period: PlanningPeriod | undefined) =>
      period ? [beginOf(period.from, records), beginOf(period.to, records)] : [null, null];
    return all
      .filter(({ to }) => to <= todayOf(records))
      .map((period) => {
        const same = all.filter(({ kind }) => kind === period.kind);
        const before = same.find(({ to }) => to === period.from);
        const year = same.find(({ from }) => from === yearBefore(period.from));
        return [period.key, ...span(period), ...span(before), ...span(year)];
      });
  },
};

const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
