import { utcToLocalDate } from '#model/calendar/local.ts';
import type { PriorityList } from '#model/priority-list.ts';
import type { OnRecord } from './define.ts';
import { todayOf } from './planning.ts';

/** What a decision is for or against: an initiative, a goal, or an option that stands for both. */
export type Side = { readonly initiative?: string | undefined; readonly goal?: string | undefined };

/**
 * The lists that order priorities on the local day of an instant, the one that counts first.
 *
 * A list stands in its period from the day of its approval on, until another of the period ranks the same kind of thing. Of
 * lists of several periods the one approved last counts first, then that of the shorter period.
 */
export const listsOn = ({ model, timeZone }: OnRecord, instant: number): PriorityList[] => {
  const day = utcToLocalDate(instant, timeZone);
  const lengths = new Map(
    model.planningPeriods
      .filter(({ from, to }) => from <= day && day < to)
      .map(({ key, from, to }) => [key, Date.parse(to) - Date.parse(from)]),
  );
  const length = ({ period }: PriorityList): number => lengths.get(period) ?? 0;
  const approved = model.priorityLists
    .filter(({ period, approvedOn }) => lengths.has(period) && approvedOn <= day)
    .sort((a, b) => compared(b.approvedOn, a.approvedOn) || length(a) - length(b));
  return approved.filter((list, index) => !approved.slice(0, index).some((later) => replaces(later, list)));
};

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const replaces = (later: PriorityList, list: PriorityList): boolean =>
  later.period === list.period && kindOf(later) === kindOf(list);

/** All ranks of a list are of one kind. */
export const kindOf = ({ ranking: [first] }: PriorityList): 'goal' | 'initiative' =>
  first?.goal === undefined ? 'initiative' : 'goal';

/** The place of a side on a list, 1 for what comes first; undefined where it has none. */
export const rankOn = ({ ranking }: PriorityList, { initiative, goal }: Side): number | undefined =>
  ranking.find((entry) => (entry.goal === undefined ? entry.initiative === initiative : entry.goal === goal))?.rank;

/** Lists that follow each other, each with the day up to which it stands: the next approval, else the end of its period. */
export type Series = {
  readonly series: string;
  readonly lists: readonly { readonly list: PriorityList; readonly from: string; readonly until: string }[];
};

/**
 * The lists approved by the day on which figures are read, in series: what ranks the same kind of thing for periods of one
 * kind follows each other by the beginning of the period, and within it by approval.
 */
export const approvedSeries = (records: OnRecord): Series[] => {
  const { planningPeriods, priorityLists } = records.model;
  const periods = new Map<string, (typeof planningPeriods)[number]>(planningPeriods.map((each) => [each.key, each]));
  const approved = priorityLists.flatMap((list) => {
    const period = periods.get(list.period);
    return period && list.approvedOn <= todayOf(records) ? [{ list, period }] : [];
  });
  const bySeries = Map.groupBy(approved, ({ list, period }) => `${kindOf(list)}s by ${period.kind}`);
  return [...bySeries].map(([series, all]) => {
    const sorted = all.toSorted(
      (a, b) => compared(a.period.from, b.period.from) || compared(a.list.approvedOn, b.list.approvedOn),
    );
    return {
      series,
      lists: sorted.map(({ list, period }, index) => ({
        list,
        from: period.from,
        until: sorted[index + 1]?.list.approvedOn ?? period.to,
      })),
    };
  });
};
