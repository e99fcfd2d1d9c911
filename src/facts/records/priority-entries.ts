import type { Cell } from '#engine/table-writer.ts';
import type { PriorityList, Rank } from '#model/priority-list.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';
import { approvedSeries, kindOf } from './rankings.ts';

/**
 * Everything that stands on an approved list or stood on the one before it, with its places on both; the first list of a
 * series has none before it.
 *
 * Places are counted from the top, 1 first. An initiative that was over by the approval of the later list, and not stopped,
 * leaves it as nobody's change of mind: those behind it move up on the earlier list before places are compared, and where it
 * is on no later list it has no row. `moved` is by how many places it stands elsewhere among what both lists rank, so that
 * what enters above it does not move it. `stands_until` is the approval of the next list, else the end of the list's period.
 * `explained` tells whether the place, or the decision about the list, gives a rationale.
 */
export const priorityEntries: RecordTable = {
  name: 'priority_entry',
  columns: {
    series: 'text',
    step: 'int',
    list: 'text',
    earlier: 'text',
    changed: 'double',
    stands_until: 'double',
    ranks: 'text',
    thing: 'text',
    team: 'text',
    place_before: 'int',
    place_after: 'int',
    moved: 'double',
    started: 'double',
    ended: 'double',
    stopped: 'boolean',
    explained: 'boolean',
  },
  instants: ['changed', 'ended'],
  rows: (records) =>
    approvedSeries(records).flatMap(({ series, lists }) =>
      lists.flatMap(({ list, until }, step) =>
        rowsOf(records, { series, step, list, until, earlier: lists[step - 1] }),
      ),
    ),
};

type Step = {
  readonly series: string;
  readonly step: number;
  readonly list: PriorityList;
  readonly until: string;
  readonly earlier: { readonly list: PriorityList } | undefined;
};

const rowsOf = (records: OnRecord, { series, step, list, until, earlier }: Step): Cell[][] => {
  const before = earlier ? thingsOn(earlier.list).filter((thing) => !isOver(records, thing, list.approvedOn)) : [];
  const after = thingsOn(list);
  const [oldCommon, newCommon] = [
    before.filter((thing) => after.includes(thing)),
    after.filter((thing) => before.includes(thing)),
  ];
  const changed = beginOf(list.approvedOn, records);
  return [...new Set([...before, ...after])].map((thing) => [
    series,
    step,
    list.key,
    earlier?.list.key ?? null,
    changed,
    Math.min(records.asOf, beginOf(until, records)),
    kindOf(list),
    thing,
    initiativeCalled(records, thing)?.team ?? none,
    placeIn(before, thing),
    placeIn(after, thing),
    oldCommon.includes(thing) ? Math.abs(newCommon.indexOf(thing) - oldCommon.indexOf(thing)) : null,
    ...lifeOf(records, thing),
    isExplained(records, list, thing),
  ]);
};

const byRank = (a: Rank, b: Rank): number => a.rank - b.rank;

/** What a list ranks, the first first. */
const thingsOn = ({ ranking }: PriorityList): string[] =>
  ranking.toSorted(byRank).map(({ initiative, goal }) => initiative ?? goal ?? '');

const placeIn = (things: readonly string[], thing: string): number | null => {
  const index = things.indexOf(thing);
  return index < 0 ? null : index + 1;
};

const initiativeCalled = ({ model }: OnRecord, thing: string) => model.initiatives.find(({ key }) => key === thing);

const isOver = (records: OnRecord, thing: string, day: string): boolean => {
  const initiative = initiativeCalled(records, thing);
  return initiative?.actualEnd !== undefined && initiative.actualEnd <= day && initiative.status !== 'stopped';
};

/** When it began and ended, and whether it was given up rather than done. */
const lifeOf = (records: OnRecord, thing: string): Cell[] => {
  const { actualStart, actualEnd, status } = initiativeCalled(records, thing) ?? {};
  const today = todayOf(records);
  return [
    actualStart !== undefined && actualStart <= today ? beginOf(actualStart, records) : null,
    actualEnd !== undefined && actualEnd < today ? beginOf(actualEnd, records, 1) : null,
    status === 'stopped',
  ];
};

const isExplained = ({ model }: OnRecord, { ranking, decision }: PriorityList, thing: string): boolean => {
  const place = ranking.find(({ initiative, goal }) => (initiative ?? goal) === thing);
  const decided = model.decisions.find(({ key }) => key === decision);
  return [place?.rationale, decided?.rationale].some((text) => text !== undefined && text.trim() !== '');
};
