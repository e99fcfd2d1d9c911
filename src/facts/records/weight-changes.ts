import type { Cell } from '#engine/table-writer.ts';
import { utcToLocalDate } from '#model/calendar/local.ts';
import { endOf } from '#model/chain-link.ts';
import type { Goal } from '#model/goal.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import { weighedPeriods } from './capability-weights.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';
import { approvedSeries, kindOf, rankOn, type Series } from './rankings.ts';
import { decidesOf, type Made, madeDecisions } from './recorded-decisions.ts';

/**
 * Every capability that a goal depends on whose weight is another than in the planning period of its kind before, with the
 * first change of funding or of priorities that concerns it since; null while none has come.
 *
 * The weight changes on the first day of the period. What is told for that period or a later one answers it, be it agreed
 * before that day: it then counts from the day itself.
 */
export const weightChanges: RecordTable = {
  name: 'weight_change',
  columns: {
    period: 'text',
    changed: 'double',
    goal: 'text',
    weight_before: 'double',
    weight_after: 'double',
    capability: 'text',
    answered: 'double',
    answer: 'text',
  },
  instants: ['changed', 'answered'],
  rows: (records) => {
    const changes = shiftsOf(records);
    if (changes.length === 0) return [];
    const answers = answersIn(records);
    return changes.flatMap(({ goal, period, before, after }) =>
      records.model.goalCapabilities
        .filter((link) => link.goal === goal.key && link.importance >= records.strategicCut)
        .map(({ capability }): Cell[] => {
          const changed = beginOf(period.from, records);
          const [first] = answers
            .filter((each) => each.capability === capability && isSince(each, period))
            .map(({ on, what }) => ({ at: Math.max(changed, beginOf(on, records)), what }))
            .sort((one, other) => one.at - other.at);
          const answered = first?.at ?? null;
          return [period.key, changed, goal.key, before, after, capability, answered, first?.what ?? null];
        }),
    );
  },
};

type Shift = { readonly goal: Goal; readonly period: PlanningPeriod; readonly before: number; readonly after: number };

/** The weights that changed on a first day that has come. */
const shiftsOf = (records: OnRecord): Shift[] =>
  [...Map.groupBy(weighedPeriods(records), ({ kind }) => kind).values()].flatMap((same) => {
    const sorted = same.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return sorted.slice(1).flatMap((period, index) =>
      records.model.goals.flatMap((goal) => {
        const [before, after] = [weightIn(goal, sorted[index]), weightIn(goal, period)];
        return before === after || period.from > todayOf(records) ? [] : [{ goal, period, before, after }];
      }),
    );
  });

const weightIn = ({ weights }: Goal, period: PlanningPeriod | undefined): number =>
  weights.find((each) => each.period === period?.key)?.weight ?? 0;

/** Something that was changed for a capability, on a day; `from` is the first day of the planning period it is told for. */
type Answer = {
  readonly capability: string;
  readonly on: string;
  readonly from: string | undefined;
  readonly what: string;
};

const isSince = ({ on, from }: Answer, period: PlanningPeriod): boolean => (from ?? on) >= period.from;

const answersIn = (records: OnRecord): Answer[] => {
  const served = servedBy(records);
  return [
    ...approvedSeries(records).flatMap((series) => ofLists(series, served)),
    ...madeDecisions(records).flatMap((decision) => ofDecision(records, decision, served)),
    ...records.model.investments
      .filter(({ approvedOn }) => approvedOn !== undefined && approvedOn <= todayOf(records))
      .flatMap(({ key, approvedOn = '' }) =>
        served('investment', key).map((capability) => ({ capability, on: approvedOn, from: undefined, what: key })),
      ),
  ];
};

type Served = (kind: 'investment' | 'initiative' | 'goal', key: string) => readonly string[];

/** The capabilities that something works on or pays for, as links of the chain say, and those that a goal depends on. */
const servedBy = ({ model, strategicCut }: OnRecord): Served => {
  const after = new Map<string, string[]>();
  for (const { giver, receiver } of model.chainLinks) {
    const from = idOf(endOf(giver));
    after.set(from, [...(after.get(from) ?? []), idOf(endOf(receiver))]);
  }
  const next = (id: string): readonly string[] => after.get(id) ?? [];
  return (kind, key) => {
    if (kind === 'goal')
      return model.goalCapabilities
        .filter(({ goal, importance }) => goal === key && importance >= strategicCut)
        .map(({ capability }) => capability);
    const reached = kind === 'initiative' ? next(`initiative ${key}`) : next(`investment ${key}`).flatMap(next);
    return reached.flatMap((id) => (id.startsWith('capability ') ? [id.slice('capability '.length)] : []));
  };
};

const idOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`;

/** What stands in another place than on the list before. */
const ofLists = ({ lists }: Series, served: Served): Answer[] =>
  lists.slice(1).flatMap(({ list, from }, index) => {
    const earlier = lists[index]?.list;
    if (!earlier) return [];
    const kind = kindOf(list);
    const things = new Set(
      [...list.ranking, ...earlier.ranking].map(({ initiative, goal }) => initiative ?? goal ?? ''),
    );
    return [...things]
      .filter((thing) => rankOn(list, { [kind]: thing }) !== rankOn(earlier, { [kind]: thing }))
      .flatMap((thing) =>
        served(kind, thing).map((capability) => ({ capability, on: list.approvedOn, from, what: list.key })),
      );
  });

const ofDecision = (records: OnRecord, decision: Made, served: Served): Answer[] => {
  const decides = decidesOf(records, decision);
  if (decides !== 'fund' && decides !== 'prioritise') return [];
  const { capability, initiative, investment } = decision.subject ?? {};
  const concerned = [
    ...(capability === undefined ? [] : [capability]),
    ...(initiative === undefined ? [] : served('initiative', initiative)),
    ...(investment === undefined ? [] : served('investment', investment)),
  ];
  const on = utcToLocalDate(Date.parse(decision.decidedAt), records.timeZone);
  return concerned.map((each) => ({ capability: each, on, from: undefined, what: decision.key }));
};
