import { utcToLocalDate } from '#model/calendar/local.ts';
import type { PriorityList } from '#model/priority-list.ts';
import type { OnRecord } from './define.ts';

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
const kindOf = ({ ranking: [first] }: PriorityList): 'goal' | 'initiative' =>
  first?.goal === undefined ? 'initiative' : 'goal';

/** The place of a side on a list, 1 for what comes first; undefined where it has none. */
export const rankOn = ({ ranking }: PriorityList, { initiative, goal }: Side): number | undefined =>
  ranking.find((entry) => (entry.goal === undefined ? entry.initiative === initiative : entry.goal === goal))?.rank;
