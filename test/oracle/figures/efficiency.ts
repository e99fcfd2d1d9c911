import type { DesignModel } from '#model/design-model.ts';
import { hour, localDay, midnight, type Span } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { levelsOf, mostFrequent } from './capabilities.ts';
import { holds, type Part, partsOf } from './money.ts';
import { type Outcome, progressOf } from './outcomes.ts';
import { type Figurer, inside, type Reading, type Scope, shown } from './reading.ts';
import { ratio, sum } from './sums.ts';

const none = '(none)';

/** A capability, or none, in a place of the cut by scale, or of none. */
export type Bought = { capability: string; scale: string };

export const boughtOf = ({ designs: [model] }: OracleFacts): Bought[] => {
  const scales = new Set([none, ...(model?.maturityAssessments ?? []).map(({ scale }): string => scale)]);
  const keys = [none, ...(model?.capabilities ?? []).map(({ key }): string => key)];
  return keys.flatMap((capability) => [...scales].map((scale) => ({ capability, scale })));
};

export const boughtSubject = ({ capability, scale }: Bought, scope: Scope): string => {
  if (scope === 'capability') return capability;
  if (scope === 'scale') return scale;
  throw new Error(`a level has no ${scope}`);
};

/** Hundredths as whole ones; null where any of them has no rate. */
const moneyOf = (worths: readonly (number | null)[]): number | null => {
  const known = given(worths);
  return known.length < worths.length ? null : sum(known) / 100;
};

type Row = Bought & { spent: number | null; gain: number | null };

/** What was spent on capabilities in a window, put together by what they are rated as, with the levels gained in it. */
const rowsIn = ({ window, facts }: Pick<Reading<Bought>, 'window' | 'facts'>, isApart: boolean): Row[] => {
  const [model] = facts.designs;
  if (!model) return [];
  const dayBefore = (instant: number): string => localDay(Math.min(instant - 1, facts.asOf), facts.calendar.timeZone);
  const [begin, end] = [dayBefore(window.from), dayBefore(window.until)];
  const parts = partsOf(facts).filter(({ of, from }) => of === 'spend' && inside(from, window));
  const paid = [...Map.groupBy(parts, ({ capability }) => capability ?? none)].map(([key, of]) => {
    const capability = model.capabilities.find((each) => each.key === key);
    const levels = (day: string) => (capability ? levelsOf(facts, model, capability, day) : []);
    return { key, of, before: levels(begin), since: levels(end) };
  });
  const counted = mostFrequent(paid.flatMap(({ since }) => since.map(({ scale }) => scale)));
  const rated = paid.flatMap(({ key, of, before, since }) => {
    const own = since.filter(({ scale }) => isApart || scale === counted);
    if (own.length === 0) return [{ capability: key, scale: none, gain: null, of }];
    return own.map(({ scale, level, ratedAs }) => {
      const was = before.find((each) => each.scale === scale)?.level ?? null;
      return { capability: ratedAs, scale, gain: level === null || was === null ? null : level - was, of };
    });
  });
  return [...Map.groupBy(rated, ({ capability, scale }) => `${scale} ${capability}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const spent = moneyOf(same.flatMap(({ of }) => of.map(({ worth }: Part) => worth)));
    return [{ capability: first.capability, scale: first.scale, gain: first.gain, spent }];
  });
};

export const costPerLevel: Figurer<Bought> = ({ cases, by, ofScale, ...reading }) => {
  const isApart = by === 'scale' || ofScale;
  const rows = rowsIn(reading, isApart).filter((row) =>
    cases.some(({ capability, scale }) => capability === row.capability && (!isApart || scale === row.scale)),
  );
  const priced = rows.flatMap(({ spent, gain }) => (spent === null ? [] : [{ spent, gain }]));
  const judged = priced.flatMap(({ spent, gain }) => (gain === null ? [] : [{ spent, gain }]));
  const withLevels = rows.filter(({ gain }) => gain !== null);
  const money = (some: readonly { spent: number }[]): number => sum(some.map(({ spent }) => spent));
  return {
    value: ratio(money(judged), sum(judged.map(({ gain }) => Math.max(0, gain)))),
    n: judged.length,
    also: {
      judged: ratio(money(judged), money(priced)),
      withoutGain: ratio(money(judged.filter(({ gain }) => gain <= 0)), money(judged)),
      fell: withLevels.length === 0 ? null : withLevels.filter(({ gain }) => (gain ?? 0) < 0).length,
    },
  };
};

export const costPerOutcome: Figurer<Outcome> = ({ cases, window, facts }) => {
  const [model] = facts.designs;
  const { timeZone } = facts.calendar;
  const today = localDay(Math.min(window.until - 1, facts.asOf), timeZone);
  const parts = partsOf(facts).filter(
    ({ of, from }) => of === 'spend' && from < Math.min(window.until, facts.asOf + 1),
  );
  const spentOn = ({ key }: Outcome): number | null => {
    const ways = (model?.chainLinks ?? []).filter(({ receiver, passes = 0 }) => receiver.outcome === key && passes > 0);
    const came = parts.flatMap(({ capability, from, worth }) =>
      ways
        .filter((link) => link.giver.capability === capability && holds(link, localDay(from, timeZone)))
        .map(({ passes = 0 }) => (worth === null ? null : worth * passes)),
    );
    return came.length === 0 ? null : moneyOf(came);
  };
  const rows = cases
    .filter(({ baseline }) => baseline === undefined || baseline.on <= today)
    .flatMap((outcome) => {
      const [spent, way] = [spentOn(outcome), progressOf(outcome, today)];
      return spent === null || way === null ? [] : [{ spent, come: Math.max(0, way) }];
    });
  const n = rows.length;
  return {
    value: shown(n, ratio(sum(rows.map(({ spent }) => spent)), sum(rows.map(({ come }) => come)))),
    n,
    also: {},
  };
};

export type Duplication = DesignModel['duplications'][number];

export const duplicationsOf = ({ designs: [model] }: OracleFacts): Duplication[] => model?.duplications ?? [];

export const duplicationSubject = ({ capability }: Duplication, scope: Scope): string => {
  if (scope === 'capability') return capability;
  throw new Error(`a duplication has no ${scope}`);
};

export const duplicateEffort: Figurer<Duplication> = ({ cases, window, facts }) => {
  const { timeZone } = facts.calendar;
  const at = (day: string | undefined, open: number): number => (day === undefined ? open : midnight(day, timeZone));
  const last = Math.min(window.until - 1, facts.asOf);
  const parts = partsOf(facts).filter(({ of, from }) => of === 'spend' && from <= last);
  const before: Span = { from: 2 * window.from - window.until - hour, until: window.from };
  const isKept = (span: Span): boolean => parts.some(({ from }) => inside(from, span));
  const rows = cases.flatMap((duplication) => {
    const lasts: Span = { from: at(duplication.from, -Infinity), until: at(duplication.to, Infinity) };
    if (lasts.from > last || lasts.until <= window.from) return [];
    const isConfirmed = duplication.confirmed !== undefined && at(duplication.confirmed.on, 0) <= last;
    const own = duplication.initiatives.map((key) =>
      parts.filter(
        (part) => part.initiative === key && part.capability === duplication.capability && inside(part.from, lasts),
      ),
    );
    const isTold =
      isConfirmed &&
      isKept(window) &&
      own.filter((some) => some.length > 0).length > 1 &&
      own.flat().every(({ worth }) => worth !== null);
    const twiceIn = (span: Span): number => {
      const spent = own.map((some) =>
        sum(given(some.filter(({ from }) => inside(from, span)).map(({ worth }) => worth))),
      );
      return (duplication.overlap * Math.max(0, sum(spent) - Math.max(...spent))) / 100;
    };
    return [
      { isConfirmed, told: isTold ? { now: twiceIn(window), earlier: isKept(before) ? twiceIn(before) : null } : null },
    ];
  });
  const told = given(rows.map((row) => row.told));
  const total = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values));
  return {
    value: total(told.map(({ now }) => now)),
    n: told.length,
    also: {
      before: total(given(told.map(({ earlier }) => earlier))),
      suspected: rows.filter(({ isConfirmed }) => !isConfirmed).length,
    },
  };
};
