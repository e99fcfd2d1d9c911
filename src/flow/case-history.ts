import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { Ground } from '#metrics/read.ts';
import type { CaseHistory } from '#model/flow.ts';
import type { EventKind, StageKind, TimeClass } from '#model/kinds.ts';
import type { Window } from '#model/window.ts';

/** What has to be known of a log besides its facts: what its rows say that happened, by what is written in them. */
export type Telling = { readonly eventKind: (activity: string) => EventKind };

type Visit = {
  readonly stage: string | null;
  readonly kind: StageKind | null;
  readonly team: string | null;
  readonly entered: number;
  readonly left: number | null;
};

type Happening = { readonly at: number; readonly team: string | null; readonly what: EventKind };

/** A stretch of ms. */
type Span = { readonly from: number; readonly until: number };

/** One item from its first row to its last; undefined where the log has none of that name. */
export const caseHistory = async (
  ground: Ground,
  { source, item, window }: { readonly source: string; readonly item: string; readonly window: Window },
  { eventKind }: Telling,
): Promise<Omit<CaseHistory, 'link' | 'stageNames'> | undefined> => {
  const { engine, asOf } = ground;
  const fact = await engine.one<Fact>(sql`
    select item_id, item_type, capability_key as capability, team, stage, status, created, started, ended
    from item_case where source = ${source} and item = ${item}`);
  if (!fact) return undefined;
  // Names are those of a window that holds all of the item: another could name a team that was too small when it had it.
  const whole = around(window, fact.created, (fact.ended ?? asOf) + 1);
  const shown = (team: string | null): string => (team === null ? '(none)' : ground.shownTeam(team, whole));
  const visits = await visitsOf(engine, fact.item_id);
  const events = await eventsOf(engine, fact.item_id, eventKind);
  const stops = blockedSpans(events, asOf);
  const waits = waitingSpans(await waitsOf(engine, fact.item_id), visits, asOf);
  return {
    source,
    item,
    itemType: fact.item_type,
    capability: fact.capability,
    team: shown(fact.team),
    stage: fact.stage,
    status: fact.status,
    created: iso(fact.created),
    started: fact.started === null ? null : iso(fact.started),
    ended: fact.ended === null ? null : iso(fact.ended),
    stretches: merged(
      visits
        .flatMap((visit) => stretchesIn(visit, { stops, waits, asOf }))
        .map((each) => ({ ...each, team: shown(each.team) })),
    ).map(({ from, until, goesOn, ...rest }) => ({ ...rest, from: iso(from), until: goesOn ? null : iso(until) })),
    events: events.map(({ at, team, what }) => ({ team: shown(team), at: iso(at), what })),
  };
};

type Fact = Pick<CaseHistory, 'capability' | 'stage' | 'status'> & {
  readonly item_id: number;
  readonly item_type: string;
  readonly team: string;
  readonly created: number;
  readonly started: number | null;
  readonly ended: number | null;
};

const around = ({ from, until }: Window, first: number, last: number): Window => ({
  from: Date.parse(from) <= first ? from : iso(first),
  until: Date.parse(until) >= last ? until : iso(last),
});

const iso = (instant: number): string => new Date(instant).toISOString();

const visitsOf = (engine: Engine, item: number): Promise<Visit[]> =>
  engine.all<Visit>(sql`
    select stage.key as stage, stage.kind, team.key as team, entered, "left"
    from visit left join stage using (stage_id) left join team using (team_id)
    where item_id = ${item} order by visit_no`);

/** Rows in their order, with the team that had the item after each. */
const eventsOf = async (engine: Engine, item: number, kindOf: Telling['eventKind']): Promise<Happening[]> => {
  const rows = await engine.all<{ at: number; team: string | null; activity: string | null }>(sql`
    select instant as at, last_value(held.key ignore nulls) over (order by event.rowid) as team, did.raw as activity
    from event
    left join raw_value as held on held.value_id = event.team
    left join raw_value as did on did.value_id = event.activity
    where item_id = ${item} order by event.rowid`);
  return rows.map(({ at, team, activity }) => ({ at, team, what: activity === null ? 'update' : kindOf(activity) }));
};

type Wait = { readonly happened: number; readonly waited: number };

const waitsOf = (engine: Engine, item: number): Promise<Wait[]> =>
  engine.all<Wait>(
    sql`select happened, waited * 1000 as waited from handoff where item_id = ${item} order by handoff_no`,
  );

/** From each row that stops the item to the next that lets it go on. */
const blockedSpans = (events: readonly Happening[], asOf: number): Span[] => {
  const spans: Span[] = [];
  let since: number | undefined;
  for (const { at, what } of events) {
    if (what === 'blocked') since ??= at;
    if (what !== 'unblocked' || since === undefined) continue;
    spans.push({ from: since, until: at });
    since = undefined;
  }
  return since === undefined ? spans : [...spans, { from: since, until: asOf }];
};

/** From each hand-off on as long as was waited; while an item is over nothing of that passes. */
const waitingSpans = (waits: readonly Wait[], visits: readonly Visit[], asOf: number): Span[] =>
  waits.flatMap(({ happened, waited }) => {
    let left = waited;
    return visits.flatMap((visit) => {
      const from = Math.max(visit.entered, happened);
      const until = Math.min(visit.left ?? asOf, from + left);
      if (isOver(visit) || until <= from) return [];
      left -= until - from;
      return [{ from, until }];
    });
  });

const isOver = ({ kind }: Visit): boolean => kind === 'done' || kind === 'cancelled';

type Piece = Span & {
  readonly team: string | null;
  readonly stage: string;
  readonly kind: TimeClass;
  readonly goesOn: boolean;
};

type Times = { readonly stops: readonly Span[]; readonly waits: readonly Span[]; readonly asOf: number };

/** A visit, cut where its time begins to go into something else. */
const stretchesIn = (visit: Visit, { stops, waits, asOf }: Times): Piece[] => {
  if (isOver(visit)) return [];
  const end = visit.left ?? asOf;
  const cuts = [...stops, ...waits].flatMap(({ from, until }) => [from, until]);
  const edges = [visit.entered, ...cuts.filter((at) => at > visit.entered && at < end), end].toSorted((a, b) => a - b);
  return edges.slice(1).flatMap((until, index) => {
    const from = edges[index] ?? until;
    if (until <= from) return [];
    const kind = covers(stops, from) ? 'blocked' : covers(waits, from) ? 'handoff' : classOf(visit.kind);
    const goesOn = visit.left === null && until === end;
    return [{ from, until, team: visit.team, stage: visit.stage ?? '(none)', kind, goesOn }];
  });
};

const covers = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, until }) => from <= at && at < until);

const classOf = (kind: StageKind | null): TimeClass => {
  if (kind === 'active' || kind === 'decision') return kind;
  return kind === 'new' || kind === 'queue' ? 'queue' : 'unmapped';
};

/** Stretches that follow one another and are alike are one. */
const merged = (pieces: readonly Shown[]): Shown[] => {
  const all: Shown[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.until === piece.from && alike(last, piece)) {
      all[all.length - 1] = { ...last, until: piece.until, goesOn: piece.goesOn };
    } else all.push(piece);
  }
  return all;
};

/** A piece with its team under the name by which it is shown. */
type Shown = Omit<Piece, 'team'> & { readonly team: string };

const alike = (a: Shown, b: Shown): boolean => a.team === b.team && a.stage === b.stage && a.kind === b.kind;
