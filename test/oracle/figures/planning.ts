import type { DesignModel } from '#model/design-model.ts';
import { day, localDay, midnight, nextDay, type Span } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figurer, type Scope, shown } from './reading.ts';
import { median, percentile, ratio, share } from './sums.ts';

type Period = DesignModel['planningPeriods'][number];

const today = ({ asOf, calendar }: OracleFacts): string => localDay(asOf, calendar.timeZone);

const endOf = ({ to }: Period, { calendar }: OracleFacts): number => midnight(to, calendar.timeZone);

/** Whether a period ends in a window: as it closes, but not as it opens. */
const isTaken = ({ ends }: { ends: number }, { from, until }: Span): boolean => from < ends && ends <= until;

/** Those that have no other one inside them; worlds have no two with the same days. */
export const innerOf = (periods: readonly Period[]): Period[] =>
  periods.filter(
    (period) => !periods.some((each) => each !== period && each.from >= period.from && each.to <= period.to),
  );

const latest = <T extends { on: string }>(some: readonly T[]): T | undefined =>
  some.reduce<T | undefined>((best, each) => (best === undefined || each.on > best.on ? each : best), undefined);

const earliest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((best, each) => (best === null || each < best ? each : best), null);

const plansOf = (facts: OracleFacts) => (facts.designs[0]?.planSnapshots ?? []).filter(({ on }) => on <= today(facts));

/** What became of one planned end in one period; null where a plan does not tell it. */
export type Move = { team: string; ends: number; days: number | null };

export const movesOf = (facts: OracleFacts): Move[] => {
  const model = facts.designs[0];
  const plans = plansOf(facts);
  return innerOf(model?.planningPeriods ?? []).flatMap((period): Move[] => {
    const first = earliest(plans.map(({ on }) => on));
    const opening = latest(plans.filter(({ on }) => on <= period.from)) ?? plans.find(({ on }) => on === first);
    const closing = latest(plans.filter(({ on }) => on <= period.to));
    if (!opening || !closing || closing.on <= opening.on) return [];
    const keys = new Set([...opening.initiatives, ...closing.initiatives].map(({ initiative }) => initiative));
    return [...keys].flatMap((key): Move[] => {
      const record = model?.initiatives.find((each) => each.key === key);
      const [was, is] = [opening, closing].map((plan) => plan.initiatives.find(({ initiative }) => initiative === key));
      const isGone = is === undefined && record?.actualEnd !== undefined && record.actualEnd <= closing.on;
      if (isGone) return [];
      const days =
        was?.plannedEnd === undefined || is?.plannedEnd === undefined
          ? null
          : (Date.parse(is.plannedEnd) - Date.parse(was.plannedEnd)) / day;
      return [{ team: record?.team ?? '(none)', ends: endOf(period, facts), days }];
    });
  });
};

export const planDrift: Figurer<Move> = ({ cases, window }) => {
  const all = cases.filter((each) => isTaken(each, window));
  const days = given(all.map((each) => each.days));
  const n = days.length;
  return {
    value: shown(n, median(days.map(Math.abs))),
    n,
    also: {
      p85: shown(n, percentile(days.map(Math.abs), 0.85)),
      movedLater: shown(
        n,
        share(days, (each) => each > 0),
      ),
      unmatched: all.length - n,
    },
  };
};

/** One initiative that was worked on in one period. */
export type Undertaking = { team: string; ends: number; isChosen: boolean; isSurprise: boolean };

export const undertakingsOf = (facts: OracleFacts): Undertaking[] => {
  const model = facts.designs[0];
  const now = today(facts);
  const zone = facts.calendar.timeZone;
  const lists = (model?.priorityLists ?? []).filter(
    ({ approvedOn, ranking }) => approvedOn <= now && ranking.some(({ initiative }) => initiative !== undefined),
  );
  const agreedFor = ({ key }: Period): string | null =>
    earliest(lists.filter(({ period }) => period === key).map(({ approvedOn }) => approvedOn));
  const periods = (model?.planningPeriods ?? []).filter((period) => period.from <= now && agreedFor(period) !== null);
  return innerOf(periods).flatMap((period): Undertaking[] => {
    const until = midnight(nextDay(agreedFor(period) ?? ''), zone);
    const [begin, end] = [midnight(period.from, zone), midnight(period.to, zone)];
    return (model?.initiatives ?? []).flatMap((initiative): Undertaking[] => {
      const { key, actualStart, actualEnd } = initiative;
      const begun = actualStart !== undefined && actualStart <= now ? [actualStart] : [];
      const isUnderWay =
        begun.length > 0 && (begun[0] ?? '') < period.to && (actualEnd === undefined || actualEnd >= period.from);
      const items = facts.items.flatMap((item) =>
        item.initiative === key && item.start !== null ? [{ start: item.start, end: item.end }] : [],
      );
      const isInLog = items.some((item) => item.start < end && (item.end === null || item.end > begin));
      if (!isUnderWay && !isInLog) return [];
      const days = [
        ...begun,
        ...lists
          .filter(({ ranking }) => ranking.some((rank) => rank.initiative === key))
          .map(({ approvedOn }) => approvedOn),
        ...plansOf(facts)
          .filter(({ initiatives }) => initiatives.some((entry) => entry.initiative === key))
          .map(({ on }) => on),
      ];
      const entered = Math.min(...days.map((each) => midnight(each, zone)), ...items.map(({ start }) => start));
      return [
        {
          team: initiative.team ?? '(none)',
          ends: endOf(period, facts),
          isChosen: initiative.class !== 'operational' && initiative.class !== 'mandatory',
          isSurprise: entered >= until,
        },
      ];
    });
  });
};

export const surprises: Figurer<Undertaking> = ({ cases, window }) => {
  const all = cases.filter((each) => isTaken(each, window));
  const [chosen, apart] = [all.filter(({ isChosen }) => isChosen), all.filter(({ isChosen }) => !isChosen)];
  const surprising = (some: readonly Undertaking[]) =>
    shown(some.length, ratio(some.filter(({ isSurprise }) => isSurprise).length, some.length));
  return { value: surprising(chosen), n: chosen.length, also: { operationalAndMandatory: surprising(apart) } };
};

export const planningSubject = ({ team }: { team: string }, scope: Scope): string => {
  if (scope === 'team') return team;
  throw new Error(`an initiative has no ${scope}`);
};
