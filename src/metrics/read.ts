import type { Engine, Row } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { dayEnds } from '#facts/team-days.ts';
import { isoDate } from '#model/calendar/civil.ts';
import { localDay } from '#model/calendar/local.ts';
import { type Period, type PeriodKind, periodsBetween } from '#model/calendar/periods.ts';
import { minorPlaces } from '#model/money.ts';
import type { Grade, Reading, Scope, Subject } from '#model/reading.ts';
import { type Recall, recallNothing } from '#model/recall.ts';
import type { Window } from '#model/window.ts';
import { boundaries, boundaryShown, teamsOf } from './boundary.ts';
import { type Bounds, bestGrades, type CutColumn, type Metric, unitCalled } from './define.ts';
import { undivided } from './estimates.ts';
import { inOneOrder, joined, measuresOf, type Subjects } from './measures.ts';
import type { Stretch } from './stretches.ts';
import { type Measures, type Summarised, type Summary, summarise, valueAlone } from './summary.ts';

/** What a figure is asked for: the window, and at most one scope to group by and one to look at only. */
export type Ask = {
  readonly window: Window;
  readonly by?: Scope | undefined;
  /** Whether every subject is read in each period by itself. */
  readonly eachPeriod?: boolean | undefined;
  readonly where?: { readonly scope: Exclude<Scope, 'period'>; readonly key: string } | undefined;
};

/** What reading needs to know of the workspace. */
export type Ground = {
  readonly engine: Engine;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  /** The currency in which money is told. */
  readonly currency: string;
  /** What `by: 'period'` cuts into. */
  readonly periods: PeriodKind;
  /** The instant at which figures are read, in ms. */
  readonly asOf: number;
  /** The share of all rows that were rejected, of which no coverage knows; none when left out. */
  readonly rejected?: number;
  /** From the first row to just after the last; a window outside of it has no figure. Unknown when left out. */
  readonly span?: Window | undefined;
  /** Whether no log was read, so that only records can tell anything. */
  readonly noLog?: boolean;
  /** The team under which a team is shown; itself unless too few people were active in it. */
  readonly shownTeam: (team: string, window: Window) => string;
  /** Whether nothing but a log knows a name: no rule and no record. None when left out. */
  readonly isUnmapped?: IsUnmapped;
  /** What was read before, where it is remembered. */
  readonly recall?: Recall | undefined;
};

export type IsUnmapped = (scope: Exclude<Scope, 'period'>, name: string) => boolean;

const columnOfScope = {
  team: 'team',
  capability: 'capability',
  'item-type': 'item_type',
  'decision-type': 'decision_type',
  forum: 'forum',
  stage: 'stage',
  boundary: 'boundary',
  scale: 'scale',
  effect: 'effect',
} as const satisfies Record<Exclude<Scope, 'period'>, CutColumn>;

/** What a metric says, one reading a subject, subjects in the order of their keys; in each period, the first one first. */
export const read = (ground: Ground, metric: Metric, ask: Ask): Promise<Reading[]> => {
  const { recall = recallNothing, periods } = ground;
  return recall(`figure ${JSON.stringify([metric.id, ask, periods])}`, () => readAnew(ground, metric, ask));
};

const readAnew = async (ground: Ground, metric: Metric, ask: Ask): Promise<Reading[]> => {
  if (ask.by !== 'period' && !ask.eachPeriod) return readWindow(ground, metric, ask);
  const inPeriod = { ...ask, by: ask.by === 'period' ? undefined : ask.by };
  const periods = periodsOf(ground, ask.window).map((period) => ({ ...clipped(period, ask.window), key: period.key }));
  if (metric.at === undefined) {
    const readings: Reading[][] = [];
    for (const { key, ...window } of periods)
      readings.push(await readWindow(ground, metric, { ...inPeriod, window }, key));
    return readings.flat();
  }
  const stretches = periods.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) }));
  const groups = await groupsOf(ground, metric, inPeriod, stretches);
  return periods.flatMap(({ key, ...window }, index) =>
    readingsOf(ground, metric, { ...inPeriod, window }, groups[index] ?? new Map(), key),
  );
};

/** The rows a figure stands on, as a person can read them: recomputing from them gives the value. */
export const rowsBehind = async (
  ground: Ground,
  metric: Metric,
  ask: Ask,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Row[]; readonly total: number }> => {
  const relation = await filtered(ground, metric, ask, ask.window);
  const [total, rows] = await Promise.all([
    ground.engine.one<{ n: number }>(sql`select count(*)::int as n from ${relation}`),
    ground.engine.all(sql`select * from ${relation} order by all limit ${page.limit} offset ${page.offset}`),
  ]);
  return {
    rows: rows.map((row) => withTeamsShown(row, (team) => ground.shownTeam(team, ask.window))),
    total: total?.n ?? 0,
  };
};

const teamColumns: readonly string[] = ['team', 'from_team', 'to_team'];

/** A row with its teams under the names by which they are shown. */
export const withTeamsShown = (row: Row, shownTeam: (team: string) => string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      if (typeof cell !== 'string') return [name, cell];
      if (name === 'boundary') return [name, boundaryShown(cell, shownTeam)];
      return [name, teamColumns.includes(name) ? shownTeam(cell) : cell];
    }),
  );

/** How a subject is called. Only what is told by teams may have another name than its own. */
const nameOf = (scope: Scope | undefined, key: string, shownTeam: (team: string) => string): string => {
  if (scope === 'team') return shownTeam(key);
  return scope === 'boundary' ? boundaryShown(key, shownTeam) : key;
};

export const boundsOf = (
  { asOf, timeZone, currency }: Pick<Ground, 'asOf' | 'timeZone' | 'currency'>,
  { by, where }: Omit<Ask, 'window'>,
  { from, until }: Window,
): Bounds => ({
  from: Date.parse(from),
  until: Date.parse(until),
  asOf,
  coins: 10 ** minorPlaces(currency),
  days: dayEnds(Date.parse(from), Date.parse(until), timeZone, asOf),
  cut: cutColumns(by, where?.scope),
});

const cutColumns = (...scopes: readonly (Scope | undefined)[]): CutColumn[] => [
  ...new Set(scopes.flatMap((scope) => (scope === undefined || scope === 'period' ? [] : columnOfScope[scope]))),
];

const readWindow = async (ground: Ground, metric: Metric, ask: Ask, period?: string): Promise<Reading[]> => {
  const [groups = new Map()] = await groupsOf(ground, metric, ask);
  return readingsOf(ground, metric, ask, groups, period);
};

const summariesOf = (metric: Metric): Summary[] => [metric.summary, ...Object.values(metric.also ?? {})];

/** The measures of the subjects in the whole window, or in each stretch of it, which the metric's rows can be cut into. */
const groupsOf = async (
  ground: Ground,
  metric: Metric,
  ask: Ask,
  stretches?: readonly Stretch[],
): Promise<Subjects[]> =>
  measuresOf({
    engine: ground.engine,
    relation: await filtered(ground, metric, ask, ask.window),
    summaries: summariesOf(metric),
    subject: ask.by === undefined || ask.by === 'period' ? undefined : columnOfScope[ask.by],
    times: stretches === undefined || metric.at === undefined ? undefined : { at: metric.at, stretches },
  });

const readingsOf = (
  ground: Ground,
  metric: Metric,
  { by: scope, where, window }: Ask,
  groups: Subjects,
  period: string | undefined,
): Reading[] => {
  const summaries = summariesOf(metric);
  const by = scope === 'period' ? undefined : scope;
  const subject: Subject = period === undefined ? {} : { period };
  const shown = rolledUp(groups, (key) => nameOf(by, key, (team) => ground.shownTeam(team, window)));
  const unmapped = unmappedOf(ground, by, [...groups.keys()], window);
  for (const measures of shown.values()) inOneOrder(measures, summaries);
  const silence = silenceOf(ground, metric, window) ?? hiddenIn(ground, where, window);
  const whole = wholeOf(shown, by);
  return [...shown.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, measures]) =>
      reading({ metric, currency: ground.currency }, window, by === undefined ? subject : { ...subject, [by]: key }, {
        summarised: (summary) => (silence === undefined ? summarise(summary, measures, whole(summary)) : silent),
        valued: (summary) => (silence === undefined ? valueAlone(summary, measures, whole(summary)) : null),
        rejected: metric.fedBy === 'records' ? 0 : (ground.rejected ?? 0),
        silence,
        unmapped: unmapped.has(key),
      }),
    );
};

/** The subjects that are unmapped. What is shown under another name than its own is not called by it. */
const unmappedOf = (
  { isUnmapped, shownTeam }: Ground,
  by: Exclude<Scope, 'period'> | undefined,
  keys: readonly string[],
  window: Window,
): ReadonlySet<string> => {
  if (isUnmapped === undefined || by === undefined) return new Set();
  const shown = (team: string): string => shownTeam(team, window);
  const raw = (key: string): boolean => {
    if (by !== 'team' && by !== 'boundary') return isUnmapped(by, key);
    return teamsOf(key).some((team) => shown(team) === team && isUnmapped('team', team));
  };
  return new Set(keys.filter(raw).map((key) => nameOf(by, key, shown)));
};

/** Why nothing can be said of a window; undefined where the evidence reaches into it. */
const silenceOf = (
  { span, timeZone, noLog }: Ground,
  { fedBy }: Metric,
  { from, until }: Window,
): string | undefined => {
  if (noLog && fedBy === undefined) return 'no log was read';
  if (span === undefined) return undefined;
  const day = (instant: string, later: number): string => isoDate(localDay(Date.parse(instant), timeZone) + later);
  if (fedBy !== 'records' && !noLog && Date.parse(until) <= Date.parse(span.from))
    return `the evidence begins on ${day(span.from, 0)}`;
  if (Date.parse(from) >= Date.parse(span.until)) return `the evidence ends on ${day(span.until, -1)}`;
  return undefined;
};

/** Why nothing is said of a team in a window; undefined where its name is one that is shown. */
export const hiddenIn = (
  { shownTeam }: Pick<Ground, 'shownTeam'>,
  where: Ask['where'],
  window: Window,
): string | undefined => {
  if (where?.scope !== 'team') return undefined;
  const shown = shownTeam(where.key, window);
  return shown === where.key
    ? undefined
    : `the team is too small to be shown in the window: its work stands under ${shown}`;
};

/** What there is to say where there is no evidence: not even that there was nothing. */
const silent: Summarised = { value: null, n: 0, lower: null, upper: null, interval: 'none', coverage: null };

type Saying = {
  readonly summarised: (summary: Summary) => Summarised;
  /** What stands beside the figure is a value and no more. */
  readonly valued: (summary: Summary) => number | null;
  readonly rejected: number;
  /** Why the window has no figure at all. */
  readonly silence: string | undefined;
  readonly unmapped: boolean;
};

/** A share of values, cut by these very values, is a share of all groups' rows; all else stands on its own group. */
const wholeOf = (groups: ReadonlyMap<string, Measures>, by: Exclude<Scope, 'period'> | undefined) => {
  const rows = (of: string): number => [...groups.values()].reduce((sum, group) => sum + (group[of]?.length ?? 0), 0);
  return (summary: Summary): number | undefined => {
    const cutByItself = summary.kind === 'largest-share' && by !== undefined && columnOfScope[by] === summary.of;
    return cutByItself ? rows(summary.of) : undefined;
  };
};

const filtered = async (ground: Ground, metric: Metric, ask: Ask, window: Window): Promise<Sql> => {
  const bounds = boundsOf(ground, ask, window);
  const { where } = ask;
  if (!where) return sql`(${metric.rows(bounds)})`;
  const only = await onlyOf(ground, where, window);
  const list = join(only.keys.map((key) => sql`${key}`));
  return sql`(select * from (${metric.rows({ ...bounds, only })}) where ${identifier(only.column)} in (${list}))`;
};

/** The one column that is looked through, and the names in it that are meant. */
export const onlyOf = async (
  ground: Ground,
  where: NonNullable<Ask['where']>,
  window: Window,
): Promise<NonNullable<Bounds['only']>> => ({
  column: columnOfScope[where.scope],
  keys: await keysCalled(ground, where, window),
});

/** What goes by a name, which may be of no team in any log: a team too small to be shown can be asked for under its parent only. */
const keysCalled = async (
  { engine, shownTeam }: Ground,
  { scope, key }: NonNullable<Ask['where']>,
  window: Window,
): Promise<string[]> => {
  if (scope !== 'team' && scope !== 'boundary') return [key];
  const known = await engine.all<{ key: string }>(scope === 'team' ? sql`select key from team` : boundaries);
  const keys = new Set([key, ...known.map((each) => each.key)]);
  const under = [...keys].filter((each) => nameOf(scope, each, (team) => shownTeam(team, window)) === key);
  return under.length > 0 ? under : [''];
};

/** From this share of known cases on, a figure from a system of record has no stated weakness. */
const wellKnown = 0.95;

const reading = (
  { metric, currency }: { readonly metric: Metric; readonly currency: string },
  window: Window,
  subject: Subject,
  { summarised, valued, rejected, silence, unmapped }: Saying,
): Reading => {
  const main = summarised(metric.summary);
  const also = Object.entries(metric.also ?? {}).map(([name, summary]) => [name, valued(summary)]);
  return {
    metric: metric.id,
    version: metric.version,
    subject,
    ...(unmapped ? { unmapped } : {}),
    window,
    unit: unitCalled(metric.unit, currency),
    value: main.value,
    n: main.n,
    lower: main.lower,
    upper: main.upper,
    interval: main.interval,
    coverage: main.coverage,
    grade: gradeOf(metric, main.coverage, rejected),
    ...missingOf(metric, main, silence),
    also: Object.fromEntries(also),
  };
};

/** From a system of record, with or without stated weaknesses, and never better than what the metric rests on. */
const gradeOf = ({ restsOn }: Metric, coverage: number | null, rejected: number): Grade => {
  const own = coverage !== null && coverage * (1 - rejected) >= wellKnown ? 'B' : 'C';
  return restsOn !== undefined && own < bestGrades[restsOn] ? bestGrades[restsOn] : own;
};

const missingOf = (metric: Metric, { coverage, missing }: Summarised, silence?: string): { missing?: string } => {
  if (silence !== undefined) return { missing: silence };
  if (missing === undefined) return {};
  if (coverage === null) return { missing: metric.none ?? noneAt[metric.at ?? ''] ?? missing };
  if (missing === undivided) return { missing: metric.undivided ?? missing };
  return { missing: coverage === 0 ? (metric.lacking ?? missing) : missing };
};

/** Why there are no rows, by what the window takes them by. */
const noneAt: Readonly<Record<string, string>> = {
  ended: 'no item was done in the window',
  raised: 'no decision was raised in the window',
  decided: 'no decision was made in the window',
};

/** What is shown under one name is one, as teams of too few people and their parent; a text column's codes are alike in all groups, so they can be joined. */
const rolledUp = (groups: Map<string, Measures>, shown: (key: string) => string): Map<string, Measures> => {
  const merged = new Map<string, Measures[]>();
  for (const [own, measures] of groups) {
    const key = shown(own);
    merged.set(key, [...(merged.get(key) ?? []), measures]);
  }
  return new Map([...merged].map(([key, parts]) => [key, joined(parts)]));
};

const periodsOf = ({ periods, timeZone, fiscalYearStart }: Ground, { from, until }: Window): Period[] =>
  periodsBetween(periods, from, until, timeZone, fiscalYearStart);

/** The part of a period that lies in the window, so that a figure never speaks of days nobody asked for. */
const clipped = ({ from, until }: Period, window: Window): Window => ({
  from: Date.parse(from) > Date.parse(window.from) ? from : window.from,
  until: Date.parse(until) < Date.parse(window.until) ? until : window.until,
});
