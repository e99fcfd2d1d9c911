import type { DesignModel } from '#model/design-model.ts';
import type { StageKind } from '#model/kinds.ts';
import { designAt, isLoop } from './designs.ts';
import { compareRows, type Row } from './row.ts';
import { type Handoff, handoffsOf, type Segment, segmentsOf } from './time-classes.ts';

/** A stretch in one stage, whatever the team: what "the collapsed sequence of stages" is made of. */
type Run = { stage: string; kind: StageKind | null; entered: number };

/** A maximal stretch with one stage and one team. */
type Visit = {
  stage: string;
  kind: StageKind | null;
  team: string | null;
  entered: number;
  left: number | null;
};

export type Item = {
  source: string;
  key: string;
  rows: Row[];
  created: number;
  /** Whether the time before the first known stage was given to it. */
  assumed: boolean;
  runs: Run[];
  visits: Visit[];
  start: number | null;
  status: 'done' | 'cancelled' | 'open';
  end: number | null;
  reopened: number;
  team: string | null;
  type: string | null;
  capability: string | null;
  initiative: string | null;
  channel: string | null;
  parent: string | null;
  priority: string | null;
  firstPromise: number | null;
  promise: number | null;
  handoffs: Handoff[];
  segments: Segment[];
  teams: string[];
  teamHandoffs: number;
  personHandoffs: number;
  pingPong: boolean;
  anyReturn: boolean;
  stagePingPong: boolean;
  rework: boolean;
  rawRework: boolean;
  loops: string[];
  interruptions: number;
  comments: number;
  approvalsAsked: number;
};

export type Setting = { designs: DesignModel[]; timeZone: string; asOf: number };

/** Equal neighbours made one. */
const collapse = <T>(values: readonly T[]): T[] => values.filter((value, i) => i === 0 || value !== values[i - 1]);

export const given = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null) as T[];

const isOver = (kind: StageKind | null | undefined): boolean => kind === 'done' || kind === 'cancelled';

/** The stages in order, the first one from `created` on; where that is one of the end, nobody knows what was before. */
const runsOf = (rows: readonly Row[], created: number): Run[] => {
  const runs: Run[] = [];
  for (const { stage, at } of rows) {
    if (stage === null || stage.key === runs.at(-1)?.stage) continue;
    const unknown = runs.length === 0 && isOver(stage.kind) && created < at;
    if (unknown) runs.push({ stage: '(unknown)', kind: null, entered: created });
    runs.push({ stage: stage.key, kind: stage.kind, entered: runs.length === 0 ? created : at });
  }
  return runs;
};

/** The runs cut again where the team changes; before the first row an item has that row's team. */
const visitsOf = (rows: readonly Row[], runs: readonly Run[], created: number): Visit[] => {
  const first = runs[0];
  if (!first) return [];
  const visits: Visit[] = [{ ...first, team: rows[0]?.team ?? null, entered: created, left: null }];
  for (const row of rows) {
    const last = visits.at(-1);
    if (!last) continue;
    const stage = row.stage?.key ?? last.stage;
    const team = row.team ?? last.team;
    if (stage === last.stage && team === last.team) continue;
    last.left = row.at;
    const kind = stage === last.stage ? last.kind : (row.stage?.kind ?? null);
    visits.push({ stage, kind, team, entered: row.at, left: null });
  }
  return visits;
};

/** Whether the first stage that a row tells is taken to have lasted since before: one of the end is not. */
const isAssumed = (rows: readonly Row[], created: number): boolean => {
  const first = rows.find(({ stage }) => stage !== null);
  return first !== undefined && first.at > created && !isOver(first.stage?.kind);
};

const endOf = (runs: readonly Run[]): { status: Item['status']; end: number | null } => {
  const status = runs.at(-1)?.kind;
  if (status !== 'done' && status !== 'cancelled') return { status: 'open', end: null };
  let end: number | null = null;
  for (const run of [...runs].reverse()) {
    if (run.kind !== status) break;
    end = run.entered;
  }
  return { status, end };
};

const reopeningsOf = (runs: readonly Run[]): number =>
  runs.filter((run, i) => i > 0 && runs[i - 1]?.kind === 'done' && !isOver(run.kind)).length;

/** The first promise, and the one that counts: of an item that never started, the last one. */
const promisesOf = (rows: readonly Row[], start: number | null) => {
  const stated = rows.filter((row) => row.promised !== null);
  const before = stated.filter((row) => start === null || row.at <= start);
  const firstPromise = stated[0]?.promised ?? null;
  return { firstPromise, promise: (before.at(-1) ?? stated[0])?.promised ?? null };
};

const changesIn = (values: readonly (string | null)[]): number => Math.max(0, collapse(given(values)).length - 1);

/** A, B, A in a sequence without equal neighbours. */
const goesBack = (values: readonly string[]): boolean => values.some((value, i) => value === values[i + 2]);

const returns = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** From an active stage to a queue or decision stage and straight back. */
const roundTrips = (runs: readonly Run[]): number =>
  runs.filter((run, i) => {
    const [out, back] = [runs[i + 1], runs[i + 2]];
    return run.kind === 'active' && (out?.kind === 'queue' || out?.kind === 'decision') && back?.stage === run.stage;
  }).length;

/** A block that falls into a hand-off, or into the very instant at which work began, is no interruption. */
const blocks = (segments: readonly Segment[]): number =>
  segments.filter((segment, i) => segment.class === 'blocked' && segments[i - 1]?.class === 'active').length;

/** One item from its rows, in their order. */
const itemOf = (rows: readonly Row[], setting: Setting): Item | null => {
  const first = rows[0];
  if (!first) return null;
  const declared = given(rows.map((row) => row.created))[0] ?? first.at;
  const created = Math.min(declared, first.at);
  const runs = runsOf(rows, created);
  const { status, end } = endOf(runs);
  const stop = end ?? setting.asOf;
  const start = runs.find(({ kind }) => kind === 'queue' || kind === 'active' || kind === 'decision')?.entered ?? null;
  // An end before the first row (a single row in a done stage, created earlier): it is as at its first row.
  const known = rows.filter((row) => row.at <= Math.max(stop, first.at));
  const last = (field: 'team' | 'type' | 'capability' | 'initiative' | 'channel' | 'parent' | 'priority') =>
    given(known.map((row) => row[field])).at(-1) ?? null;
  const handoffs = handoffsOf(rows, stop);
  const segments = segmentsOf(rows, runs, handoffs, { from: created, until: stop });
  // Hand-offs, comments and so on are counted in all rows of the item, those after its end too.
  const teams = collapse(given(rows.map((row) => row.team)));
  const stages = runs.map((run) => run.stage);
  const design = designAt(setting.designs, setting.asOf, setting.timeZone);
  const loops = [...new Set(stages)].filter((stage) => isLoop(design, first.source, stage));
  return {
    source: first.source,
    key: first.item,
    rows: [...rows],
    created,
    assumed: isAssumed(rows, created),
    runs,
    visits: visitsOf(rows, runs, created),
    start,
    status,
    end,
    reopened: reopeningsOf(runs),
    team: last('team'),
    type: last('type'),
    capability: last('capability'),
    initiative: last('initiative'),
    channel: last('channel'),
    parent: last('parent'),
    priority: last('priority'),
    ...promisesOf(rows, start),
    handoffs,
    segments,
    teams,
    teamHandoffs: changesIn(rows.map((row) => row.team)),
    personHandoffs: changesIn(rows.map((row) => row.person)),
    pingPong: goesBack(teams),
    anyReturn: returns(teams),
    stagePingPong: goesBack(stages),
    // A repeat of a loop stage is none; a repeat around one still is.
    rework: returns(stages.filter((stage) => !loops.includes(stage))),
    rawRework: returns(given(rows.map((row) => row.did))),
    loops,
    interruptions: blocks(segments) + roundTrips(runs),
    comments: rows.filter((row) => row.kind === 'commented').length,
    approvalsAsked: rows.filter((row) => row.kind === 'approval-asked').length,
  };
};

/** Every item of every source. The same name in two sources is two items. */
export const itemsOf = (rows: readonly Row[], setting: Setting): Item[] => {
  const groups = Map.groupBy(
    rows.filter((row) => row.at <= setting.asOf),
    (row) => JSON.stringify([row.source, row.item]),
  );
  return [...groups.values()].flatMap((group) => itemOf(group.sort(compareRows), setting) ?? []);
};
