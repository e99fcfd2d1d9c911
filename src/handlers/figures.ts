import { listMetricRows, listMetrics, type MetricCard, readMetric, readMetrics } from '#api/figures.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { figureCalled } from '#metrics/companion.ts';
import { type Metric, unitCalled, unitOf } from '#metrics/define.ts';
import { metrics } from '#metrics/index.ts';
import { type Ask, type Ground, read, rowsBehind } from '#metrics/read.ts';
import type { PeriodKind } from '#model/calendar/periods.ts';
import { closest } from '#model/closest.ts';
import { Fault, isFault } from '#model/fault.ts';
import type { Reading, Scope } from '#model/reading.ts';
import type { Window } from '#model/window.ts';
import { citedReading } from './citing.ts';
import { localText, momentOf } from './days.ts';
import { serve } from './define.ts';
import { checkKey } from './known-keys.ts';
import { perStanding } from './per-standing.ts';
import { refresh, type Standing } from './refresh.ts';
import type { Room } from './room.ts';
import { shownTeamsOf } from './shown-teams.ts';
import { unmappedSubjects } from './unmapped-subjects.ts';

export const answerListMetrics = serve(listMetrics, async (_, room) => ({
  metrics: metrics.map((metric) => cardOf(metric, currencyIn(room))),
}));

/** What money is counted in. Definitions can be read where there is no workspace, and then it is money. */
const currencyIn = (room: Room): string => {
  try {
    return room.workspace.configuration.currency;
  } catch (error) {
    if (isFault(error, 'not-a-workspace')) return 'money';
    throw error;
  }
};

export const answerReadMetric = serve(readMetric, async (asked, room) => {
  const metric = metricCalled(asked.metric);
  const { ground, ask, notices } = await prepare(room, [metric], asked);
  return {
    metric: cardOf(metric, ground.currency),
    timeZone: ground.timeZone,
    window: ask.window,
    asOf: new Date(ground.asOf).toISOString(),
    rejected: ground.rejected ?? 0,
    readings: (await read(ground, metric, ask)).map((reading) => cited(reading, ask, asked)),
    notices: [...notices],
  };
});

export const answerReadMetrics = serve(readMetrics, async ({ metrics: names, ...asked }, room) => {
  const wanted = names.map(metricCalled);
  const { ground, ask, notices } = await prepare(room, wanted, asked);
  const found = await ground.engine.sideBySide((engine) =>
    Promise.all(wanted.map((metric) => read({ ...ground, engine }, metric, ask))),
  );
  return {
    timeZone: ground.timeZone,
    window: ask.window,
    asOf: new Date(ground.asOf).toISOString(),
    readings: found.flat().map((reading) => cited(reading, ask, asked)),
    notices: [...notices],
  };
});

export const answerListMetricRows = serve(listMetricRows, async ({ limit, offset, ...asked }, room) => {
  const metric = metricCalled(asked.metric);
  const { ground, ask, notices } = await prepare(room, [metric], asked);
  const { rows, total } = await ground.engine.sideBySide((engine) =>
    rowsBehind({ ...ground, engine }, metric, ask, { limit, offset }),
  );
  return {
    metric: cardOf(metric, ground.currency),
    timeZone: ground.timeZone,
    window: ask.window,
    asOf: new Date(ground.asOf).toISOString(),
    total,
    rows: rows.map(plain),
    notices: [...notices],
  };
});

/** What is read as of another instant is not what its citation would open. */
const cited = (reading: Reading, { where }: Ask, { asOf }: Asked): Reading =>
  asOf === undefined ? citedReading(reading, where) : reading;

const metricCalled = (name: string): Metric => {
  const metric = metrics.find(({ code }) => code.toLowerCase() === name.toLowerCase()) ?? figureCalled(name);
  const names = metrics.flatMap(({ id, code }) => [id, code]);
  if (!metric) throw new Fault('metric-unknown', { metric: name, closest: closest(name, names) });
  return metric;
};

type Asked = {
  readonly asOf?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly by?: Scope | undefined;
  readonly period?: PeriodKind | undefined;
  readonly where?: Ask['where'];
};

const prepare = async (
  room: Room,
  wanted: readonly Metric[],
  asked: Asked,
): Promise<{ ground: Ground; ask: Ask; notices: readonly string[] }> => {
  for (const scope of [asked.by, asked.where?.scope]) {
    if (scope === undefined || scope === 'period') continue;
    const unfit = wanted.find(({ scopes }) => !scopes.includes(scope));
    if (unfit) throw new Fault('scope-unfit', { metric: unfit.id, scope, scopes: [...unfit.scopes, 'period'] });
  }
  if (asked.period !== undefined && asked.by === undefined) {
    const expected = 'something to cut, as in --by period or --by team,';
    throw new Fault('input-refused', { field: 'period', found: `"${asked.period}" alone`, expected });
  }
  const standing = await refresh(room, asked);
  const window = windowOf(standing, asked);
  const eachPeriod = asked.period !== undefined && asked.by !== undefined && asked.by !== 'period';
  if (eachPeriod || asked.by === 'period') checkPeriods(window, asked.period ?? 'month');
  const ask = { window, by: asked.by, eachPeriod, where: asked.where };
  const ground = await groundOf(room, standing, asked.period);
  if (asked.where) await checkKey(standing, asked.where, (team) => ground.shownTeam(team, window));
  return { ground, ask, notices: standing.notices };
};

/** The window that was asked for; all of the evidence when nothing was. */
export const windowOf = ({ span, calendar }: Standing, { from, until }: Pick<Asked, 'from' | 'until'>): Window => {
  const window = {
    from: from === undefined ? span.from : momentOf(from, calendar.timeZone, 'from'),
    until: until === undefined ? span.until : momentOf(until, calendar.timeZone, 'until'),
  };
  if (Date.parse(window.from) < Date.parse(window.until)) return window;
  const shown = (instant: string): string => localText(instant, calendar.timeZone);
  throw new Fault('window-backwards', { from: shown(window.from), until: shown(window.until) });
};

const mostPeriods = 2_000;

const dayMs = 86_400_000;

const daysOf: Readonly<Record<PeriodKind, number>> = { week: 7, month: 30, quarter: 91, half: 182, year: 365 };

/** A slip of a century in a day would otherwise be worked off period by period. */
const checkPeriods = ({ from, until }: Window, period: PeriodKind): void => {
  const found = Math.floor((Date.parse(until) - Date.parse(from)) / dayMs / daysOf[period]);
  if (found > mostPeriods) throw new Fault('periods-too-many', { period, found, limit: mostPeriods });
};

/** What reading needs of a workspace whose figures stand. */
export const groundOf = async (room: Room, standing: Standing, periods?: PeriodKind): Promise<Ground> => ({
  engine: standing.engine,
  timeZone: standing.calendar.timeZone,
  fiscalYearStart: room.workspace.configuration.fiscalYearStart,
  currency: room.workspace.configuration.currency,
  periods: periods ?? 'month',
  asOf: standing.asOf,
  ...(await toldOf(standing)),
  span: standing.span,
  noLog: standing.sources.length === 0,
});

/** What takes a look at all of the evidence. */
const toldOf = perStanding(async (standing) => ({
  rejected: await rejectedShare(standing.engine),
  shownTeam: await shownTeamsOf(standing),
  isUnmapped: await unmappedSubjects(standing),
}));

/** The share of all rows of the evidence that were rejected; a row that was met twice counts once. */
const rejectedShare = async (engine: Engine): Promise<number> => {
  const found = await engine.one<{ share: number | null }>(sql`
    select rejected / nullif(rejected + (select coalesce(sum(events), 0) from item_fact), 0) as share
    from (select coalesce(sum(rejected), 0)::double as rejected from import_run where state = 'committed')`);
  return found?.share ?? 0;
};

const cardOf = (metric: Metric, currency: string): MetricCard => {
  const changes = [...(metric.changes ?? [])];
  const { id, code, version, title, question, unit, better, signal, formula, edges, others, caveat } = metric;
  const scopes = [...metric.scopes, 'period' as const];
  const also = Object.entries(metric.also ?? {});
  const companions = Object.fromEntries(
    also.map(([name, companion]) => [name, unitCalled(unitOf(metric, companion), currency)]),
  );
  const beside = [...(metric.beside ?? [])];
  const card = {
    id,
    code,
    version,
    changes,
    title,
    question,
    unit: unitCalled(unit, currency),
    better,
    signal,
    formula,
    edges,
    scopes,
    beside,
    companions,
  };
  return { ...card, ...(others === undefined ? {} : { others }), ...(caveat === undefined ? {} : { caveat }) };
};

/** A row as JSON can hold it: what is no plain value (a list of times, say) is told as JSON text. */
export const plain = (row: Readonly<Record<string, unknown>>): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, isPlain(cell) ? cell : JSON.stringify(cell)]));

const isPlain = (cell: unknown): cell is string | number | boolean | null =>
  cell === null || typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean';
