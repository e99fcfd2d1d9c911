import type { Rule } from '#conformance/define.ts';
import { rules } from '#conformance/index.ts';
import { figureCalled } from '#metrics/companion.ts';
import type { Metric } from '#metrics/define.ts';
import { metrics } from '#metrics/index.ts';
import type { Ground } from '#metrics/read.ts';
import { type PeriodKind, periodsBetween } from '#model/calendar/periods.ts';
import { asCitation } from '#model/citation.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { Scope } from '#model/reading.ts';
import { Dimension } from '#model/rule-result.ts';
import type { Window } from '#model/window.ts';
import { ruleIdOf } from '#signs/define.ts';
import { signs } from '#signs/index.ts';
import { figureCitation, ruleCitation, signCitation } from './citing.ts';
import { localText } from './days.ts';
import { shownKeys } from './known-keys.ts';
import type { Standing } from './refresh.ts';

/** What a figure speaks of: the window, or a period of it, and the cases of one key. */
export type Cut = {
  readonly window: Window;
  readonly period?: string | undefined;
  readonly of?: { readonly scope: Exclude<Scope, 'period'>; readonly key: string } | undefined;
};

/** What can be explained, found by its name. */
export type Called =
  | { readonly kind: 'figure'; readonly metric: Metric; readonly cut: Cut }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  | { readonly kind: 'design' }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'sign' | 'sign-rule'; readonly id: string };

/** Finds what an id, a code or a citation names; a fault that proposes the nearest name when nothing is called so. */
export const called = async (name: string, standing: Standing, ground: Ground, window: Window): Promise<Called> => {
  const cite = asCitation(name);
  if (cite !== undefined) return citedAs(cite, standing, ground, window);
  const metric = figureCalled(idOfCode(name) ?? name);
  if (metric) return { kind: 'figure', metric, cut: { window } };
  const rule = rules.find(({ id }) => id === name);
  if (rule) return { kind: 'rule', rule };
  const sign = signIds.find(({ id }) => id === name);
  if (sign) return sign;
  const whole = wholes.find(({ id }) => id === name);
  if (whole) return whole;
  const source = standing.sources.find(({ key }) => `source.${key}` === name);
  if (source) return { kind: 'source', source: source.key };
  throw new Fault('nothing-called', { id: name, closest: closest(name, [...names, ...codes]) });
};

/** What sums rules up: the score of each dimension, and all that is kept of the design. */
const wholes: readonly (Called & { readonly id: string })[] = [
  ...Dimension.options.map((dimension) => ({ kind: 'dimension' as const, id: `dimension.${dimension}`, dimension })),
  { kind: 'design', id: 'design.rules' },
];

const idOfCode = (name: string): string | undefined =>
  metrics.find(({ code }) => code.toLowerCase() === name.toLowerCase())?.id;

const signIds: readonly (Called & { readonly id: string })[] = signs.flatMap((sign) => [
  { kind: 'sign' as const, id: `sign.${sign.id}` },
  ...sign.rules.map((rule) => ({ kind: 'sign-rule' as const, id: ruleIdOf(sign, rule) })),
]);

const figureIds = metrics.flatMap(({ id, also }) => [id, ...Object.keys(also ?? {}).map((name) => `${id}/${name}`)]);

const names = [figureIds, ...[rules, signIds, wholes].map((each) => each.map(({ id }) => id))].flat();

const codes = metrics.map(({ code }) => code);

/** Counts through all that can be said of a window until something has the citation. */
const citedAs = async (cite: string, standing: Standing, ground: Ground, window: Window): Promise<Called> => {
  if (cite.startsWith('F')) return citedFigure(cite, standing, ground, window);
  const rule = rules.find(({ id }) => ruleCitation(id, window) === cite);
  if (rule) return { kind: 'rule', rule };
  const sign = signIds.find(({ id }) => signCitation(id, window) === cite);
  if (sign) return sign;
  throw unknown(cite, window, ground);
};

const citedFigure = async (cite: string, standing: Standing, ground: Ground, window: Window): Promise<Called> => {
  const cuts = [{ window }, ...periodCuts(ground, window)];
  for (const cut of cuts) {
    const keysOf = await keysIn(standing, ground, cut.window);
    for (const id of figureIds) {
      const metric = figureCalled(id);
      if (!metric) continue;
      const places = [undefined, ...metric.scopes.flatMap((scope) => keysOf(scope).map((key) => ({ scope, key })))];
      const of = places.findIndex((place) => figureCitation(id, subjectOf(place, cut.period), cut.window) === cite);
      if (of >= 0) return { kind: 'figure', metric, cut: { ...cut, of: places[of] } };
    }
  }
  throw unknown(cite, window, ground);
};

const subjectOf = (of: Cut['of'], period: string | undefined): Readonly<Record<string, string | undefined>> => ({
  ...(of === undefined ? {} : { [of.scope]: of.key }),
  period,
});

/** The names under which cases of a window may be shown, scope by scope. */
const keysIn = async (standing: Standing, ground: Ground, window: Window) => {
  const keys = new Map<string, readonly string[]>();
  for (const scope of Scope.exclude(['period']).options) {
    keys.set(scope, await shownKeys(standing, scope, (team) => ground.shownTeam(team, window)));
  }
  return (scope: string): readonly string[] => keys.get(scope) ?? [];
};

const kinds: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month', 'week'];

/** The periods that a window can be cut into, as far as they lie in it. */
const periodCuts = ({ timeZone, fiscalYearStart }: Ground, { from, until }: Window): Cut[] =>
  kinds.flatMap((kind) =>
    periodsBetween(kind, from, until, timeZone, fiscalYearStart).map((period) => ({
      period: period.key,
      window: {
        from: Date.parse(period.from) > Date.parse(from) ? period.from : from,
        until: Date.parse(period.until) < Date.parse(until) ? period.until : until,
      },
    })),
  );

const unknown = (cite: string, { from, until }: Window, { timeZone }: Ground): Fault =>
  new Fault('citation-unknown', { cite, from: localText(from, timeZone), until: localText(until, timeZone) });
