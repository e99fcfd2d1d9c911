import type { PeriodValue } from '../benefit.ts';
import type { DesignModel } from '../design-model.ts';
import { inWords, overlap } from '../period.ts';
import type { PlanningPeriod } from '../planning-period.ts';
import type { Violation } from './violation.ts';

/**
 * Values of one list of a benefit for planning periods that share a day, such as a year and one of its quarters: added up,
 * the days they share would count twice.
 */
export const profileOverlaps = ({ benefits, planningPeriods }: DesignModel): Violation[] => {
  const periods = new Map(planningPeriods.map((period) => [period.key, period]));
  const overlaps = (list: readonly PeriodValue[]) => {
    if (!shareDays(new Set(list.flatMap(({ period }) => periods.get(period) ?? [])))) return [];
    return list.flatMap((value, place) => {
      const period = periods.get(value.period);
      const rival = list
        .slice(0, place)
        .flatMap((earlier) => (earlier.period === value.period ? [] : (periods.get(earlier.period) ?? [])))
        .find((earlier) => period !== undefined && overlap(earlier, period));
      return period && rival ? [{ place, found: value.period, rival }] : [];
    });
  };
  return benefits.flatMap(({ key, plan, forecasts, realised }, index) => {
    const lists = [
      ['plan.profile', plan?.profile ?? []] as const,
      ...forecasts.map(({ profile }, n) => [`forecasts[${n}].profile`, profile] as const),
      ['realised', realised] as const,
    ];
    return lists.flatMap(([name, list]) =>
      overlaps(list).map(({ place, found, rival }) => ({
        kind: 'benefit' as const,
        index,
        key,
        field: `${name}[${place}].period`,
        found,
        expected: `a period that shares no day with ${rival.key}, which is ${inWords(rival)}`,
      })),
    );
  });
};

/** Whether any two periods do: nearly never, so that it is asked of all of them at once. */
const shareDays = (periods: ReadonlySet<PlanningPeriod>): boolean => {
  const inOrder = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.some(({ from }, place) => from < (inOrder[place - 1]?.to ?? ''));
};
