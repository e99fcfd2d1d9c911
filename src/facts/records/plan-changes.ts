import type { Cell } from '#engine/table-writer.ts';
import type { InitiativeKey } from '#model/initiative.ts';
import type { PlanSnapshot } from '#model/plan-snapshot.ts';
import { innermost, type PlanningPeriod } from '#model/planning-period.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { beginOf, plansBy } from './planning.ts';

/**
 * What became of the planned end of every initiative in every planning period: from the plan that the period began with to
 * the one that it ended with.
 *
 * A period begins with the last snapshot taken by its first day, or else with the first of all; it ends with the last one
 * taken by the first day after it. So what moved between two snapshots counts once, in the period of the later one. An
 * initiative that was over by then and has left the plan is no row.
 */
export const planChanges: RecordTable = {
  name: 'plan_change',
  columns: {
    period: 'text',
    period_ended: 'double',
    team: 'text',
    initiative: 'text',
    first_plan: 'double',
    last_plan: 'double',
    end_before: 'text',
    end_after: 'text',
  },
  instants: ['first_plan', 'last_plan'],
  rows: (records) => innermost(records.model.planningPeriods).flatMap((period) => changesIn(records, period)),
};

const changesIn = (records: OnRecord, period: PlanningPeriod): Cell[][] => {
  const plans = plansBy(records);
  const first = plans.findLast(({ on }) => on <= period.from) ?? plans[0];
  const last = plans.findLast(({ on }) => on <= period.to);
  if (!first || !last || first.on >= last.on) return [];
  return planned(first, last).flatMap((initiative) => {
    const [before, after] = [entryOf(first, initiative), entryOf(last, initiative)];
    const record = records.model.initiatives.find(({ key }) => key === initiative);
    if (!after && record?.actualEnd !== undefined && record.actualEnd <= last.on) return [];
    return [
      [
        period.key,
        beginOf(period.to, records),
        record?.team ?? none,
        initiative,
        beginOf(first.on, records),
        beginOf(last.on, records),
        before?.plannedEnd ?? null,
        after?.plannedEnd ?? null,
      ],
    ];
  });
};

const planned = (...plans: readonly PlanSnapshot[]): InitiativeKey[] => [
  ...new Set(plans.flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative))),
];

const entryOf = ({ initiatives }: PlanSnapshot, key: InitiativeKey) =>
  initiatives.find(({ initiative }) => initiative === key);
