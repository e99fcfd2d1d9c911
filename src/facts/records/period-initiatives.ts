import type { Cell } from '#engine/table-writer.ts';
import type { Initiative } from '#model/initiative.ts';
import { innermost, type PlanningPeriod } from '#model/planning-period.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { beginIfAny, beginOf, plansBy, todayOf } from './planning.ts';

/**
 * Every initiative in every planning period that has begun and whose priorities were agreed.
 *
 * `agreed` is the end of the day on which the first list of initiatives was approved for the period, `entered` the beginning
 * of that on which records first show the initiative: on such a list, in a plan, or as begun. `worked` says whether it was
 * under way in the period as far as records know; items of it in a log are for the figure to see.
 */
export const periodInitiatives: RecordTable = {
  name: 'period_initiative',
  columns: {
    period: 'text',
    period_began: 'double',
    period_ended: 'double',
    team: 'text',
    initiative: 'text',
    class: 'text',
    agreed: 'double',
    entered: 'double',
    worked: 'boolean',
  },
  instants: ['entered'],
  rows: (records) => {
    const agreed = agreements(records);
    const periods = records.model.planningPeriods.filter(
      ({ key, from }) => agreed.has(key) && from <= todayOf(records),
    );
    return innermost(periods).flatMap((period) => {
      const day = agreed.get(period.key) ?? period.to;
      return records.model.initiatives.map((initiative) => rowOf(records, period, day, initiative));
    });
  },
};

const rowOf = (records: OnRecord, period: PlanningPeriod, agreed: string, initiative: Initiative): Cell[] => {
  return [
    period.key,
    beginOf(period.from, records),
    beginOf(period.to, records),
    initiative.team ?? none,
    initiative.key,
    initiative.class ?? none,
    beginOf(agreed, records, 1),
    beginIfAny(enteredOn(records, initiative), records),
    isWorked(records, period, initiative),
  ];
};

/** Lists that rank initiatives and were approved by the day on which figures are read; all ranks of a list are of one kind. */
const listsBy = (records: OnRecord) =>
  records.model.priorityLists.filter(
    ({ approvedOn, ranking: [first] }) => approvedOn <= todayOf(records) && first?.initiative !== undefined,
  );

/** The day on which the priorities of each period were agreed for the first time. */
const agreements = (records: OnRecord): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const { period, approvedOn } of listsBy(records)) {
    const known = days.get(period);
    if (known === undefined || approvedOn < known) days.set(period, approvedOn);
  }
  return days;
};

const enteredOn = (records: OnRecord, { key, actualStart }: Initiative): string | undefined => {
  const lists = listsBy(records).filter(({ ranking }) => ranking.some(({ initiative }) => initiative === key));
  const plans = plansBy(records).filter(({ initiatives }) => initiatives.some(({ initiative }) => initiative === key));
  const begun = actualStart !== undefined && actualStart <= todayOf(records) ? [actualStart] : [];
  const days = [...lists.map(({ approvedOn }) => approvedOn), ...plans.map(({ on }) => on), ...begun];
  return days.sort()[0];
};

const isWorked = (records: OnRecord, { from, to }: PlanningPeriod, { actualStart, actualEnd }: Initiative): boolean =>
  actualStart !== undefined &&
  actualStart < to &&
  actualStart <= todayOf(records) &&
  (actualEnd === undefined || actualEnd >= from);
