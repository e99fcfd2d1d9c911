import type { DesignModel } from '#model/design-model.ts';
import { localDay, type Span } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figure, type Figurer, type Scope, shown } from './reading.ts';
import { mean, median, ratio, share, sum } from './sums.ts';

type Capability = DesignModel['capabilities'][number];

const none = '(none)';

/** The local day of the last moment of a window of which anything is known. */
const lastDay = ({ until }: Span, { asOf, calendar }: OracleFacts): string =>
  localDay(Math.min(until - 1, asOf), calendar.timeZone);

const modelOf = ({ designs }: OracleFacts): DesignModel | undefined => designs[0];

const yearLater = (day: string): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year + 1, month - 1, date)).toISOString().slice(0, 10);
};

/** A capability and all above it, the nearest first. */
const upwards = (model: DesignModel, capability: Capability): Capability[] => {
  const above = model.capabilities.find(({ key }) => key === capability.parent);
  return above ? [capability, ...upwards(model, above)] : [capability];
};

type Level = { scale: string; level: number | null; isStale: boolean; ratedAs: string };

/** The last level of a capability on each scale that has any by that day; null in place of a stale one. */
export const levelsOf = (facts: OracleFacts, model: DesignModel, capability: Capability, day: string): Level[] => {
  const today = localDay(facts.asOf, facts.calendar.timeZone);
  const known = model.maturityAssessments.filter(({ on }) => on <= today);
  return [...new Set(known.map(({ scale }) => scale))].flatMap((scale): Level[] => {
    const of = (key: string) => known.filter((each) => each.scale === scale && each.capability === key);
    const counted = upwards(model, capability).find(({ key }) => of(key).length > 0);
    const last = of(counted?.key ?? '')
      .filter(({ on }) => on <= day)
      .sort((a, b) => a.on.localeCompare(b.on))
      .at(-1);
    if (!last) return [];
    const isStale = yearLater(last.on) <= day;
    return [{ scale, level: isStale ? null : last.level, isStale, ratedAs: counted?.key ?? '' }];
  });
};

const isLeaf = (model: DesignModel, { key }: Capability): boolean =>
  model.capabilities.every(({ parent }) => parent !== key);

const days = ({ from, to }: { from: string; to: string }): number => Date.parse(to) - Date.parse(from);

type Worth = { capability: Capability; worth: number; isStrategic: boolean };

/** What capabilities are worth on a day; nothing where no goal weighs anything then. */
const worthsOn = (model: DesignModel, day: string): Worth[] => {
  const weightIn = (goal: string, period: string): number =>
    model.goals.find(({ key }) => key === goal)?.weights.find((each) => each.period === period)?.weight ?? 0;
  const periods = model.planningPeriods.filter(
    ({ key, from, to }) => from <= day && day < to && model.goals.some((goal) => weightIn(goal.key, key) > 0),
  );
  const length = Math.min(...periods.map(days));
  const period = periods.find((each) => days(each) === length);
  if (!period) return [];
  return model.capabilities.map((capability) => {
    const needs = model.goalCapabilities
      .filter((each) => each.capability === capability.key)
      .map(({ goal, importance }) => ({ importance, weight: weightIn(goal, period.key) }));
    return {
      capability,
      worth: sum(needs.map(({ weight, importance }) => weight * importance)),
      isStrategic: needs.some(({ weight, importance }) => weight > 0 && importance >= 2),
    };
  });
};

/** The key that is most frequent, the first by name of several. */
export const mostFrequent = (keys: readonly string[]): string | undefined => {
  const counts = [...Map.groupBy(keys, (key) => key)].map(([key, all]) => ({ key, n: all.length }));
  return counts.sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))[0]?.key;
};

/** A capability in a place of the cut by scale: each is in as many as there are scales, and in that of none. */
export type Place = { capability: Capability; scale: string };

export const placesOf = (facts: OracleFacts): Place[] => {
  const model = modelOf(facts);
  const scales = new Set([
    none,
    ...(model?.maturityAssessments ?? []).map(({ scale }): string => scale),
    ...(model?.capabilities ?? []).flatMap(({ maturityTarget }) => maturityTarget?.scale ?? []),
  ]);
  return (model?.capabilities ?? []).flatMap((capability) => [...scales].map((scale) => ({ capability, scale })));
};

export const placeSubject = ({ capability, scale }: Place, scope: Scope): string => {
  if (scope === 'capability') return capability.key;
  if (scope === 'scale') return scale;
  throw new Error(`a capability has no ${scope}`);
};

type Rated = { capability: Capability; scale: string; level: number | null; isStale: boolean };

/** The leaves among some places with their levels: on the scale that counts, or in each place by itself. */
const ratedLeaves = (
  places: readonly Place[],
  isApart: boolean,
  facts: OracleFacts,
  day: string,
): { model: DesignModel; rated: Rated[] } | undefined => {
  const model = modelOf(facts);
  if (!model) return undefined;
  const leaves = model.capabilities.filter((each) => isLeaf(model, each));
  const levels = new Map(leaves.map((leaf) => [leaf.key, levelsOf(facts, model, leaf, day)]));
  const all = [...levels.values()].flat();
  const scales = [...new Set(all.map(({ scale }) => scale))].sort();
  const ranks = scales.map((scale) => {
    const own = all.filter((each) => each.scale === scale);
    return { scale, known: own.filter(({ level }) => level !== null).length, n: own.length };
  });
  const counted = ranks.sort((a, b) => b.known - a.known || b.n - a.n || (a.scale < b.scale ? -1 : 1))[0]?.scale;
  const rated = leaves.flatMap((capability): Rated[] => {
    const own = levels.get(capability.key) ?? [];
    const asked = places.filter((place) => place.capability.key === capability.key);
    if (!isApart) {
      const on = own.find(({ scale }) => scale === counted);
      const row = on ?? { scale: none, level: null, isStale: false };
      return asked.length > 0 ? [{ capability, ...row }] : [];
    }
    return asked.flatMap(({ scale }): Rated[] => {
      const on = own.find((each) => each.scale === scale);
      if (on) return [{ capability, ...on }];
      return scale === none && own.length === 0 ? [{ capability, scale, level: null, isStale: false }] : [];
    });
  });
  return { model, rated };
};

const nothing: Figure = { value: null, n: 0, also: {} };

export const maturity: Figurer<Place> = ({ cases, window, by, ofScale, facts }) => {
  const day = lastDay(window, facts);
  const found = ratedLeaves(cases, by === 'scale' || ofScale, facts, day);
  if (!found) return nothing;
  const worths = worthsOn(found.model, day);
  const levels = given(found.rated.map(({ level }) => level));
  const weighed = found.rated.flatMap(({ capability, level }) => {
    const worth = worths.find((each) => each.capability.key === capability.key)?.worth;
    return level === null || worth === undefined ? [] : [{ level, worth }];
  });
  return {
    value: mean(levels),
    n: levels.length,
    also: {
      weighted: ratio(sum(weighed.map(({ level, worth }) => level * worth)), sum(weighed.map(({ worth }) => worth))),
      least: shown(levels.length, Math.min(...levels)),
      stale: found.rated.filter(({ isStale }) => isStale).length,
      unrated: found.rated.filter(({ scale }) => scale === none).length,
    },
  };
};

const middleOf = (values: readonly number[]): number => median(values) ?? Number.NaN;

export const strength: Figurer<Place> = ({ cases, window, by, ofScale, facts }) => {
  const day = lastDay(window, facts);
  const found = ratedLeaves(cases, by === 'scale' || ofScale, facts, day);
  const worths = found ? worthsOn(found.model, day) : [];
  const rows = (found?.rated ?? []).flatMap(({ capability, scale, level }) => {
    const worth = worths.find((each) => each.capability.key === capability.key)?.worth;
    return worth === undefined || level === null ? [] : [{ scale, level, worth }];
  });
  const halves = rows.map((row) => {
    const alike = rows.filter(({ scale }) => scale === row.scale);
    const [worth, level] = [middleOf(alike.map((each) => each.worth)), middleOf(alike.map((each) => each.level))];
    return { isWeak: row.worth > worth && row.level < level, isStrong: row.worth < worth && row.level > level };
  });
  return {
    value:
      rows.length < 8
        ? null
        : correlation(ranksOf(rows.map(({ worth }) => worth)), ranksOf(rows.map(({ level }) => level))),
    n: rows.length,
    also: {
      weakWhereNeeded: halves.filter(({ isWeak }) => isWeak).length,
      strongWhereNot: halves.filter(({ isStrong }) => isStrong).length,
    },
  };
};

/** Ranks from 1; what is equal shares the mean of the ranks it takes. */
const ranksOf = (values: readonly number[]): number[] =>
  values.map((value) => {
    const below = values.filter((each) => each < value).length;
    const equal = values.filter((each) => each === value).length;
    return below + (equal + 1) / 2;
  });

const correlation = (a: readonly number[], b: readonly number[]): number | null => {
  const [middleA, middleB] = [mean(a) ?? 0, mean(b) ?? 0];
  const products = sum(a.map((x, i) => (x - middleA) * ((b[i] ?? 0) - middleB)));
  const squares = (list: readonly number[], middle: number): number => sum(list.map((x) => (x - middle) ** 2));
  return ratio(products, Math.sqrt(squares(a, middleA) * squares(b, middleB)));
};

export const gap: Figurer<Place> = ({ cases, window, by, ofScale, facts }) => {
  const model = modelOf(facts);
  if (!model) return nothing;
  const day = lastDay(window, facts);
  const isApart = by === 'scale' || ofScale;
  const targetOf = (capability: Capability) =>
    upwards(model, capability).find(({ maturityTarget }) => maturityTarget !== undefined)?.maturityTarget;
  const strategic = worthsOn(model, day).filter(({ isStrategic }) => isStrategic);
  const counted = mostFrequent(strategic.flatMap(({ capability }) => targetOf(capability)?.scale ?? []));
  const rows = strategic.flatMap(({ capability, worth }) => {
    const target = targetOf(capability);
    const scale = target?.scale ?? none;
    const isAsked = cases.some(
      (place) => place.capability.key === capability.key && (!isApart || place.scale === scale),
    );
    if (!isAsked) return [];
    const isCompared = target !== undefined && (isApart || scale === counted);
    const level = levelsOf(facts, model, capability, day).find((each) => each.scale === scale)?.level ?? null;
    return [{ worth, gap: isCompared && level !== null ? target.level - level : null }];
  });
  const known = rows.flatMap((row) => (row.gap === null ? [] : [{ worth: row.worth, gap: row.gap }]));
  const n = known.length;
  return {
    value: ratio(sum(known.map((row) => row.worth * Math.max(0, row.gap))), sum(known.map(({ worth }) => worth))),
    n,
    also: {
      greatest: shown(n, Math.max(...known.map((row) => Math.max(0, row.gap)))),
      atTarget: shown(
        n,
        share(known, (row) => row.gap <= 0),
      ),
      above: known.filter((row) => row.gap < 0).length,
    },
  };
};
