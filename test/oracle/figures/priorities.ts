import type { DesignModel } from '#model/design-model.ts';
import { day, localDay, midnight, nextDay } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { choicesOf } from './choices.ts';
import { type Figurer, inside, type Scope, shown } from './reading.ts';
import { cut } from './strategy.ts';
import { ratio, share, survivalMedian } from './sums.ts';

type List = DesignModel['priorityLists'][number];
type Period = DesignModel['planningPeriods'][number];

const today = ({ asOf, calendar }: OracleFacts): string => localDay(asOf, calendar.timeZone);
const begin = (isoDay: string, { calendar }: OracleFacts): number => midnight(isoDay, calendar.timeZone);
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keysOn = ({ ranking }: List): string[] =>
  [...ranking].sort((a, b) => a.rank - b.rank).map(({ initiative, goal }) => initiative ?? goal ?? '');

const ranksGoals = ({ ranking }: List): boolean => ranking.some(({ goal }) => goal !== undefined);

/** Lists in the order in which they follow each other, a series each. */
const seriesOf = (facts: OracleFacts): { list: List; period: Period }[][] => {
  const model = facts.designs[0];
  const known = (model?.priorityLists ?? []).flatMap((list) => {
    const period = model?.planningPeriods.find(({ key }) => key === list.period);
    return period && list.approvedOn <= today(facts) ? [{ list, period }] : [];
  });
  return (['month', 'quarter', 'half', 'year'] as const)
    .flatMap((kind) =>
      [true, false].map((goals) =>
        known
          .filter(({ list, period }) => period.kind === kind && ranksGoals(list) === goals)
          .sort((a, b) => before(a.period.from, b.period.from) || before(a.list.approvedOn, b.list.approvedOn)),
      ),
    )
    .filter((series) => series.length > 0);
};

/** One thing on a list or on the one before it, with its places on both. */
export type Entry = {
  series: number;
  step: number;
  list: List;
  isFirst: boolean;
  changed: number;
  stands: number;
  key: string;
  team: string;
  was: number | null;
  is: number | null;
  /** By how many places it moved among what both lists rank. */
  moves: number;
};

export const entriesOf = (facts: OracleFacts): Entry[] => {
  const initiatives = facts.designs[0]?.initiatives ?? [];
  return seriesOf(facts).flatMap((lists, series) =>
    lists.flatMap(({ list, period }, step) => {
      const isOver = (key: string): boolean => {
        const record = initiatives.find((each) => each.key === key);
        return record?.actualEnd !== undefined && record.actualEnd <= list.approvedOn && record.status !== 'stopped';
      };
      const earlier = lists[step - 1]?.list;
      const old = earlier ? keysOn(earlier).filter((key) => ranksGoals(list) || !isOver(key)) : [];
      const now = keysOn(list);
      const next = lists[step + 1]?.list;
      const place = (some: readonly string[], key: string) => (some.includes(key) ? some.indexOf(key) + 1 : null);
      const [oldBoth, newBoth] = [old.filter((key) => now.includes(key)), now.filter((key) => old.includes(key))];
      return [...new Set([...old, ...now])].map((key) => ({
        series,
        step,
        list,
        isFirst: earlier === undefined,
        changed: begin(list.approvedOn, facts),
        stands: Math.min(facts.asOf, begin(next?.approvedOn ?? period.to, facts)),
        key,
        team: (ranksGoals(list) ? undefined : initiatives.find((each) => each.key === key)?.team) ?? '(none)',
        was: place(old, key),
        is: place(now, key),
        moves: Math.abs((place(oldBoth, key) ?? 0) - (place(newBoth, key) ?? 0)),
      }));
    }),
  );
};

export const entrySubject = ({ team }: { team: string }, scope: Scope): string => {
  if (scope === 'team') return team;
  throw new Error(`a place on a list has no ${scope}`);
};

export const rankStability: Figurer<Entry> = ({ cases, window }) => {
  const common = cases.flatMap((entry) =>
    inside(entry.changed, window) && entry.was !== null && entry.is !== null
      ? [{ change: `${entry.series} ${entry.step}`, was: entry.was, is: entry.is }]
      : [],
  );
  let [same, turned] = [0, 0];
  common.forEach((one, i) => {
    common.slice(i + 1).forEach((other) => {
      if (one.change !== other.change) return;
      if (one.was < other.was === one.is < other.is) same++;
      else turned++;
    });
  });
  const n = common.length;
  return { value: shown(n, ratio(same - turned, same + turned)), n, also: {} };
};

const isAmongFirst = (place: number | null): boolean => place !== null && place <= 10;

const hasMoved = ({ moves }: Entry): boolean => moves >= 3;

type Change = 'entered' | 'moved' | 'left' | null;

const placesOf = (entries: readonly Entry[]): { entry: Entry; change: Change }[] =>
  entries
    .filter(({ isFirst }) => !isFirst)
    .flatMap((entry) => {
      const [first, second] = [isAmongFirst(entry.was), isAmongFirst(entry.is)];
      const later: Change = first ? (hasMoved(entry) ? 'moved' : null) : 'entered';
      return [
        ...(second ? [{ entry, change: later }] : []),
        ...(first ? [{ entry, change: second ? null : ('left' as const) }] : []),
      ];
    });

export const priorityChurn: Figurer<Entry> = ({ cases, window }) => {
  const places = placesOf(cases.filter(({ changed }) => inside(changed, window)));
  const many = (what: Change) => places.filter(({ change }) => change === what).length;
  const n = places.length;
  return {
    value: shown(
      n,
      share(places, ({ change }) => change !== null),
    ),
    n,
    also: { entered: many('entered'), left: many('left'), moved: many('moved') },
  };
};

export const unexplainedShifts: Figurer<Entry> = ({ cases, window, facts }) => {
  const says = (text: string | undefined) => text !== undefined && /\S/.test(text);
  const shifts = placesOf(cases.filter(({ changed }) => inside(changed, window))).filter(
    ({ change }) => change !== null,
  );
  const n = shifts.length;
  const isExplained = ({ list, key }: Entry) =>
    says(list.ranking.find(({ initiative, goal }) => (initiative ?? goal) === key)?.rationale) ||
    says(facts.designs[0]?.decisions.find((decision) => decision.key === list.decision)?.rationale);
  return {
    value: shown(
      n,
      share(shifts, ({ entry }) => !isExplained(entry)),
    ),
    n,
    also: {},
  };
};

/** The time for which an initiative had its priority, and the time that it took. */
export type Hold = {
  team: string;
  agreed: number;
  held: { time: number; over: boolean };
  flow: { time: number; over: boolean } | null;
};

export const holdsOf = (facts: OracleFacts): Hold[] => {
  const own = entriesOf(facts).filter(({ list }) => !ranksGoals(list));
  const groups = [...Map.groupBy(own, ({ series, key }) => `${series} ${key}`).values()];
  return groups.flatMap((turns) => {
    const record = facts.designs[0]?.initiatives.find(({ key }) => key === turns[0]?.key);
    const ended =
      record?.actualEnd !== undefined && record.actualEnd < today(facts)
        ? begin(nextDay(record.actualEnd), facts)
        : null;
    const started =
      record?.actualStart !== undefined && record.actualStart <= today(facts) ? begin(record.actualStart, facts) : null;
    const isStopped = record?.status === 'stopped';
    const flow =
      started === null ? null : { time: ((ended ?? facts.asOf) - started) / day, over: ended !== null && !isStopped };
    return turns.flatMap((turn, index): Hold[] => {
      if (!isAmongFirst(turn.is) || (isAmongFirst(turn.was) && !hasMoved(turn))) return [];
      const later = turns.slice(index + 1);
      const lost = later.find((each) => isAmongFirst(each.was) && (!isAmongFirst(each.is) || hasMoved(each)));
      const ends = [
        { at: Math.max(...turns.slice(index).map(({ stands }) => stands)), over: false },
        ...(ended === null ? [] : [{ at: ended, over: isStopped }]),
        ...(lost ? [{ at: lost.changed, over: true }] : []),
      ];
      const at = Math.min(...ends.map((each) => each.at));
      const over = ends.some((each) => each.at === at && each.over);
      return [
        { team: turn.team, agreed: turn.changed, held: { time: Math.max(0, at - turn.changed) / day, over }, flow },
      ];
    });
  });
};

export const holdRatio: Figurer<Hold> = ({ cases, window }) => {
  const all = cases.filter(({ agreed }) => inside(agreed, window));
  const flows = given(all.map(({ flow }) => flow));
  const held = survivalMedian(all.map((each) => each.held));
  const flow = survivalMedian(flows);
  const n = flows.length === 0 ? 0 : all.length;
  const value = held === null || flow === null ? null : ratio(held, flow);
  return {
    value: Math.min(n, flows.length) < 5 ? null : value,
    n,
    also: { held: shown(all.length, held), flow: shown(flows.length, flow) },
  };
};

/** A capability whose goal weighs otherwise than before, and when anything followed. */
export type Shift = { capability: string; changed: number; followed: number | null };

export const shiftsOf = (facts: OracleFacts): Shift[] => {
  const model = facts.designs[0];
  if (!model) return [];
  const weigh = (period: Period, goal: string): number =>
    model.goals.find(({ key }) => key === goal)?.weights.find((w) => w.period === period.key)?.weight ?? 0;
  const weighed = model.planningPeriods
    .filter((period) => model.goals.some(({ key }) => weigh(period, key) > 0))
    .sort((a, b) => before(a.from, b.from));
  return weighed.flatMap((period, index) => {
    const last = weighed.slice(0, index).findLast(({ kind }) => kind === period.kind);
    if (!last || period.from > today(facts)) return [];
    return model.goals
      .filter(({ key }) => weigh(last, key) !== weigh(period, key))
      .flatMap(({ key }) => neededBy(model, key))
      .map((capability): Shift => {
        const days = answersOf(facts, capability, period.from);
        const first = days.sort(before)[0];
        const changed = begin(period.from, facts);
        return { capability, changed, followed: first === undefined ? null : Math.max(changed, begin(first, facts)) };
      });
  });
};

const neededBy = (model: DesignModel, goal: string): string[] =>
  model.goalCapabilities
    .filter((link) => link.goal === goal && link.importance >= cut)
    .map(({ capability }) => capability);

/** The days on which something was changed for a capability from a day on. */
const answersOf = (facts: OracleFacts, capability: string, since: string): string[] => {
  const model = facts.designs[0];
  if (!model) return [];
  const working = model.chainLinks.flatMap(({ giver, receiver }) =>
    giver.initiative !== undefined && receiver.capability === capability ? [giver.initiative as string] : [],
  );
  const paying = model.chainLinks.flatMap(({ giver, receiver }) =>
    giver.investment !== undefined && working.some((key) => key === receiver.initiative)
      ? [giver.investment as string]
      : [],
  );
  const decided = choicesOf(facts)
    .filter(({ decides }) => decides === 'fund' || decides === 'prioritise')
    .filter(
      ({ subject }) =>
        subject?.capability === capability ||
        working.some((key) => key === subject?.initiative) ||
        paying.some((key) => key === subject?.investment),
    )
    .map((choice) => localDay(choice.decided, facts.calendar.timeZone));
  const approved = model.investments
    .filter(({ key }) => paying.some((each) => each === key))
    .flatMap(({ approvedOn }) => (approvedOn !== undefined && approvedOn <= today(facts) ? [approvedOn] : []));
  const goals = model.goals.map(({ key }) => key as string).filter((key) => neededBy(model, key).includes(capability));
  const listed = seriesOf(facts).flatMap((lists) =>
    lists.flatMap(({ list, period }, step) => {
      const earlier = lists[step - 1]?.list;
      if (!earlier || period.from < since) return [];
      const rank = (each: List, key: string) =>
        each.ranking.find(({ initiative, goal }) => (initiative ?? goal) === key)?.rank ?? null;
      const own = ranksGoals(list) ? goals : working;
      return own.some((key) => rank(list, key) !== rank(earlier, key)) ? [list.approvedOn] : [];
    }),
  );
  return [...decided.filter((each) => each >= since), ...approved.filter((each) => each >= since), ...listed];
};

export const shiftSubject = ({ capability }: Shift, scope: Scope): string => {
  if (scope === 'capability') return capability;
  throw new Error(`a change of weight has no ${scope}`);
};

export const adaptationLag: Figurer<Shift> = ({ cases, window, facts }) => {
  const all = cases.filter(({ changed }) => inside(changed, window));
  const n = all.length;
  const lags = all.map(({ changed, followed }) => ({
    time: ((followed ?? facts.asOf) - changed) / day,
    over: followed !== null,
  }));
  return {
    value: shown(n, survivalMedian(lags)),
    n,
    also: {
      followed: shown(
        n,
        share(lags, ({ over }) => over),
      ),
    },
  };
};
