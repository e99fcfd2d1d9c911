import type { DesignModel } from '#model/design-model.ts';
import { daysOf, localDay, midnight, nextDay } from '../clock.ts';
import { designAt } from '../designs.ts';
import type { Item } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import type { AgendaCase } from './agendas.ts';
import { doneIn, type Figurer, type ItemFigure, inside, type Scope, shown } from './reading.ts';
import { ratio, share, sum } from './sums.ts';

/** From this importance on a capability is strategic, where a workspace does not state another. */
export const cut = 2;

type Standing = { isKnown: boolean; isMapped: boolean; isStrategic: boolean; isNeeded: boolean };

/** The planning period whose weights count on a local day: the shortest in which any goal weighs something. */
export const weighingOn = (model: DesignModel | undefined, isoDay: string) =>
  (model?.planningPeriods ?? [])
    .filter(({ from, to }) => from <= isoDay && isoDay < to)
    .filter(({ key }) => model?.goals.some(({ weights }) => weights.some((w) => w.period === key && w.weight > 0)))
    .reduce<DesignModel['planningPeriods'][number] | null>((best, each) => {
      const days = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from);
      return best === null || days(each) < days(best) ? each : best;
    }, null);

/** What a capability is on the local day of an instant. */
export const standingAt = (facts: OracleFacts, capability: string | null, instant: number): Standing => {
  const model = facts.designs[0];
  const period = weighingOn(model, localDay(instant, facts.calendar.timeZone));
  const isMapped = model?.capabilities.some(({ key }) => key === capability) ?? false;
  if (!period || !model) return { isKnown: false, isMapped, isStrategic: false, isNeeded: false };
  const isNeededFrom = (least: number) =>
    model.goalCapabilities.some(
      (link) =>
        link.capability === capability &&
        link.importance >= least &&
        model.goals.some(
          ({ key, weights }) => key === link.goal && weights.some((w) => w.period === period.key && w.weight > 0),
        ),
    );
  return {
    isKnown: true,
    isMapped,
    isStrategic: isMapped && isNeededFrom(cut),
    isNeeded: isMapped && isNeededFrom(1),
  };
};

const figureOf = (all: readonly Standing[]) => {
  const known = all.filter(({ isKnown }) => isKnown);
  const mapped = known.filter(({ isMapped }) => isMapped);
  const strategic = ({ isStrategic }: Standing) => isStrategic;
  return {
    value: shown(known.length, share(known, strategic)),
    n: known.length,
    also: {
      ofMapped: shown(mapped.length, share(mapped, strategic)),
      mapped: shown(
        known.length,
        share(known, ({ isMapped }) => isMapped),
      ),
    },
  };
};

export const strategicItems: ItemFigure = ({ cases, window, facts }) => {
  const all = doneIn(cases, window).map(({ capability, end }) => standingAt(facts, capability, end ?? 0));
  const { value, n, also } = figureOf(all);
  const known = all.filter(({ isKnown }) => isKnown);
  const withoutGoal = shown(
    known.length,
    share(known, ({ isNeeded }) => !isNeeded),
  );
  return { value, n, also: { ...also, withoutGoal } };
};

export const strategicAttention: Figurer<AgendaCase> = ({ cases, window, facts }) => {
  const taken = cases
    .filter(({ held }) => inside(held, window))
    .map((item) => ({ item, standing: standingAt(facts, item.capability ?? null, item.held) }));
  const { value, n, also } = figureOf(taken.map(({ standing }) => standing));
  const timed = taken.flatMap(({ item: { minutes }, standing }) =>
    minutes === undefined || !standing.isKnown ? [] : [{ minutes, spent: standing.isStrategic ? minutes : 0 }],
  );
  const ofMinutes = ratio(sum(timed.map(({ spent }) => spent)), sum(timed.map(({ minutes }) => minutes)));
  return { value, n, also: { ...also, ofMinutes: shown(timed.length, ofMinutes) } };
};

/** The part of a day that a team had for an item. */
export type Piece = { item: Item; team: string; from: number; days: number };

/** Every day of a window, from its beginning; the first may have begun before. */
const daysIn = (facts: OracleFacts, window: { from: number; until: number }) =>
  daysOf(window, facts.calendar.timeZone)
    .map((isoDay) => ({
      begin: midnight(isoDay, facts.calendar.timeZone),
      end: midnight(nextDay(isoDay), facts.calendar.timeZone),
    }))
    .filter(({ begin, end }) => begin <= facts.asOf && end <= window.until)
    .map(({ begin, end }) => ({ from: Math.max(begin, window.from), end }));

const piecesIn = (facts: OracleFacts, window: { from: number; until: number }): Piece[] =>
  daysIn(facts, window).flatMap(({ from, end }) => {
    const active = facts.items.flatMap((item) => {
      const visits = item.visits.filter(
        (visit) =>
          visit.kind === 'active' && visit.team !== null && visit.entered < end && (visit.left ?? facts.asOf) > from,
      );
      return [...new Set(visits.map(({ team }) => team ?? ''))].map((team) => ({ item, team }));
    });
    return active.map(({ item, team }) => ({
      item,
      team,
      from,
      days: 1 / active.filter((other) => other.team === team).length,
    }));
  });

export const pieceSubject = ({ item, team }: { item: Item; team: string }, scope: Scope): string => {
  if (scope === 'team') return team;
  if (scope === 'capability') return item.capability ?? '(none)';
  if (scope === 'item-type') return item.type ?? '(none)';
  throw new Error(`effort has no ${scope}`);
};

/** An item that a team was ever active on; the days are those of the window. */
export type Working = { item: Item; team: string };

export const workingsOf = (facts: OracleFacts): Working[] =>
  facts.items.flatMap((item) =>
    [...new Set(item.visits.flatMap(({ kind, team }) => (kind === 'active' && team !== null ? [team] : [])))].map(
      (team) => ({ item, team }),
    ),
  );

export const strategicEffort: Figurer<Working> = ({ cases, window, facts }) => {
  const pieces = piecesIn(facts, window).filter((piece) =>
    cases.some(({ item, team }) => item === piece.item && team === piece.team),
  );
  const by = [...Map.groupBy(pieces, ({ item, team }) => `${item.source}\n${item.key}\n${team}`).values()];
  const rows = by.map((own) => {
    const told = own.map(({ item, from, days }) => ({ days, ...standingAt(facts, item.capability, from) }));
    const total = (holds: (one: Standing) => boolean) => sum(told.filter(holds).map(({ days }) => days));
    return {
      days: sum(told.map(({ days }) => days)),
      isJudged: told.some(({ isKnown }) => isKnown),
      judged: total(({ isKnown }) => isKnown),
      mapped: total(({ isKnown, isMapped }) => isKnown && isMapped),
      strategic: total(({ isStrategic }) => isStrategic),
    };
  });
  const judged = rows.filter(({ isJudged }) => isJudged);
  const over = (some: typeof rows, part: 'strategic' | 'mapped', whole: 'judged' | 'mapped') =>
    shown(some.length, ratio(sum(some.map((row) => row[part])), sum(some.map((row) => row[whole]))));
  return {
    value: over(judged, 'strategic', 'judged'),
    n: judged.length,
    also: {
      ofMapped: over(judged, 'strategic', 'mapped'),
      mapped: over(judged, 'mapped', 'judged'),
      teamDays: sum(rows.map(({ days }) => days)),
    },
  };
};

/** What was forced, or an item that was done, at an instant. */
export type Forced = {
  item: Item | null;
  at: number;
  kind: 'done' | 'escalations' | 'priorityChanges' | 'exceptions' | 'emergencies';
  times: number;
};

export const forcedIn = (facts: OracleFacts): Forced[] => {
  const { items, decisions, asOf, calendar } = facts;
  const today = localDay(asOf, calendar.timeZone);
  const done = items.flatMap((item): Forced[] =>
    item.status === 'done' && item.end !== null ? [{ item, at: item.end, kind: 'done', times: 1 }] : [],
  );
  const changes = items.flatMap((item): Forced[] => {
    const told = item.rows.filter(({ priority }) => priority !== null);
    return told.flatMap((row, index): Forced[] => {
      const before = told[index - 1];
      const isUnderWay = item.start !== null && row.at > item.start && (item.end === null || row.at <= item.end);
      if (!before || before.priority === row.priority || !isUnderWay) return [];
      return [{ item, at: row.at, kind: 'priorityChanges', times: 1 }];
    });
  });
  const decided = decisions.flatMap((decision): Forced[] => [
    ...(decision.decided !== null && (decision.escalations ?? 0) > 0
      ? [{ item: decision.item, at: decision.decided, kind: 'escalations' as const, times: decision.escalations ?? 0 }]
      : []),
    ...(decision.emergency
      ? [{ item: decision.item, at: decision.raised, kind: 'emergencies' as const, times: 1 }]
      : []),
  ]);
  const policies = inForceAt(facts)?.policies ?? [];
  const exceptions = policies.flatMap(({ exceptions: all }) =>
    all.flatMap(({ on }): Forced[] =>
      on !== undefined && on <= today
        ? [{ item: null, at: midnight(on, calendar.timeZone), kind: 'exceptions', times: 1 }]
        : [],
    ),
  );
  return [...done, ...changes, ...decided, ...exceptions];
};

const inForceAt = ({ designs, asOf, calendar }: OracleFacts) => designAt(designs, asOf, calendar.timeZone);

export const forcedSubject = ({ item }: Forced, scope: Scope): string => {
  if (scope === 'team') return item?.team ?? '(none)';
  if (scope === 'capability') return item?.capability ?? '(none)';
  if (scope === 'item-type') return item?.type ?? '(none)';
  throw new Error(`an intervention has no ${scope}`);
};

export const interventionRate: Figurer<Forced> = ({ cases, window }) => {
  const all = cases.filter(({ at }) => inside(at, window));
  const n = all.length;
  const done = all.filter(({ kind }) => kind === 'done').length;
  const per = (kinds: readonly Forced['kind'][]) => {
    const times = sum(all.filter(({ kind }) => kinds.includes(kind)).map((each) => each.times));
    return shown(n, ratio(100 * times, done));
  };
  return {
    value: per(['escalations', 'priorityChanges', 'exceptions', 'emergencies']),
    n,
    also: {
      escalations: per(['escalations']),
      priorityChanges: per(['priorityChanges']),
      exceptions: per(['exceptions']),
      emergencies: per(['emergencies']),
    },
  };
};
