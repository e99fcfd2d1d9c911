import type { DesignModel } from '../design-model.ts';
import { type PriorityList, rankedBy } from '../priority-list.ts';
import type { Violation } from './violation.ts';

type What = Pick<Violation, 'field' | 'found' | 'expected'>;

/**
 * Priority lists that leave open what comes first: a rank given twice, initiatives and goals on one list, or two lists of
 * one period approved on one day.
 */
export const rankings = ({ priorityLists }: DesignModel): Violation[] =>
  priorityLists.flatMap((list, index) =>
    [...repeatedRanks(list), ...mixed(list), ...sameDay(list, priorityLists.slice(0, index))].map((what) => ({
      kind: 'priority-list' as const,
      index,
      key: list.key,
      ...what,
    })),
  );

const repeatedRanks = ({ ranking }: PriorityList): What[] =>
  ranking.flatMap(({ rank }, n) => {
    if (ranking.findIndex((other) => other.rank === rank) === n) return [];
    return [{ field: `ranking[${n}].rank`, found: String(rank), expected: 'every rank once' }];
  });

const mixed = ({ ranking }: PriorityList): What[] => {
  const [first] = ranking;
  if (!first) return [];
  const { kind } = rankedBy(first);
  const stray = ranking.findIndex((rank) => rankedBy(rank).kind !== kind);
  const other = ranking[stray];
  if (!other) return [];
  const found = rankedBy(other);
  return [{ field: `ranking[${stray}].${found.kind}`, found: found.key, expected: `the key of an ${kind}, as above` }];
};

const sameDay = (list: PriorityList, earlier: readonly PriorityList[]): What[] => {
  const kindOf = ({ ranking: [first] }: PriorityList) => first && rankedBy(first).kind;
  const rival = earlier.find(
    (other) => other.period === list.period && other.approvedOn === list.approvedOn && kindOf(other) === kindOf(list),
  );
  if (!rival) return [];
  const expected = `another day than that of ${rival.key}, which ranks the same for ${list.period}`;
  return [{ field: 'approvedOn', found: list.approvedOn, expected }];
};
