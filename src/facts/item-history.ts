import type { StageKind } from '#model/kinds.ts';

/**
 * The rows of one item in order, as codes; -1 says that the row carries nothing there, NaN that it states no time.
 *
 * Columns instead of objects, because ten million rows pass through here.
 */
export type ItemRows = {
  /** The item's rows are those from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly instant: Float64Array;
  readonly stage: Int32Array;
  readonly team: Int32Array;
  readonly person: Int32Array;
  readonly activity: Int32Array;
  readonly created: Float64Array;
  readonly promised: Float64Array;
};

/** What codes mean: the kind of each stage, the stages that repeat by design, and what each activity does. */
export type Codes = {
  readonly stageKinds: readonly (StageKind | null)[];
  readonly loops: ReadonlySet<number>;
  /** Stages in which somebody is known to be at work, so that nothing waits there for a receiver's first action. */
  readonly atWork: ReadonlySet<number>;
  readonly rowKind: Int32Array;
};

/** The codes of the kinds of row that an item's history looks at; every other row is an update. */
export const rowKinds = { update: 0, commented: 1, blocked: 2, unblocked: 3, 'approval-asked': 4 } as const;

/** A class of time as an index into the sums an item keeps, and as it is stored, in the order of `TimeClass`. */
const [ACTIVE, QUEUE, HANDOFF, DECISION, BLOCKED, UNMAPPED] = [0, 1, 2, 3, 4, 5] as const;
const NONE = -1;

/**
 * A stretch of an item in one stage with one team. `left` is NaN while it lasts. Times in ms, lengths until the item's last
 * row where it lasts.
 */
export type Visit = {
  stage: number;
  team: number;
  fromStage: number;
  fromTeam: number;
  entered: number;
  left: number;
  working: number;
  handoff: number;
  handoffWorking: number;
  blocked: number;
  blockedWorking: number;
};

/** A change of team, and how long the item then waited for the receiver's first action, or has until its last row. In ms. */
export type Handoff = {
  from: number;
  to: number;
  stage: number;
  at: number;
  waited: number;
  waitedWorking: number;
  answered: boolean;
};

/**
 * What goes on since the last row of an item that is open: its class of time, and the clocks at that row. The last visit,
 * and the last hand-off while nobody has answered it, go on with it.
 */
export type GoingOn = {
  readonly timeClass: number;
  readonly since: number;
  readonly workedSince: number;
  /** Whether work was interrupted with the last row, as soon as any time passes. */
  readonly interrupted: boolean;
  /** Whether the last hand-off still waits. */
  readonly waiting: boolean;
};

/** Everything that the rows of one item say. Times in ms; NaN where there is none. */
export class ItemHistory {
  created = Number.NaN;
  started = Number.NaN;
  ended = Number.NaN;
  /** Working time from start to end, for done items. */
  workedToEnd = Number.NaN;
  status: 'open' | 'done' | 'cancelled' = 'open';
  assumed = false;
  lastEvent = Number.NaN;
  stage = -1;
  team = -1;
  /** How many rows came at or before the end: the row after which the item's other attributes are read. */
  rowsToEnd = 0;
  /** Time by class since created, and since started; elapsed and working. */
  readonly lead = new Float64Array(6);
  readonly leadWorking = new Float64Array(6);
  readonly flow = new Float64Array(6);
  readonly flowWorking = new Float64Array(6);
  readonly visits: Visit[] = [];
  readonly handoffs: Handoff[] = [];
  stageMoves = 0;
  personHandoffs = 0;
  teams = 0;
  people = 0;
  pingPong = false;
  anyReturn = false;
  personPingPong = false;
  personAnyReturn = false;
  stagePingPong = false;
  rework = false;
  rawRework = false;
  activeVisits = 0;
  repeatedActiveVisits = 0;
  reopened = 0;
  interruptions = 0;
  comments = 0;
  approvalsAsked = 0;
  firstPromise = Number.NaN;
  promise = Number.NaN;
  /** Undefined for what is over. */
  goingOn: GoingOn | undefined;
}

/** How much working time has passed since 1970 up to an instant. */
export type WorkingClock = (instant: number) => number;

/**
 * What the rows of one item say about it, read once from the first to the last.
 *
 * The meaning of every line is settled in docs/reference/evidence.md. The time after the last row is not in any sum.
 */
export const historyOf = (rows: ItemRows, codes: Codes, worked: WorkingClock): ItemHistory => {
  const reader = new Reader(rows, codes, worked);
  for (let row = rows.first; row < rows.end; row++) reader.take(row);
  return reader.finish();
};

class Reader {
  readonly #item = new ItemHistory();
  readonly #rows: ItemRows;
  readonly #codes: Codes;
  readonly #worked: WorkingClock;
  #clock: number;
  #workedClock: number;
  #stage = -1;
  #team = -1;
  #blocked = false;
  #visit: Visit | undefined;
  #visitRow = -1;
  #row = -1;
  #waiting: Handoff | undefined;
  readonly #teams = new Track();
  readonly #people = new Track();
  readonly #stages = new Track();
  readonly #stagesSeen: number[] = [];
  readonly #activitiesSeen: number[] = [];
  /** The class of the last stretch of time that was booked; moments without length are in none. */
  #lastClass = NONE;
  /** The stage before the present one. */
  #stageBefore = -1;

  constructor(rows: ItemRows, codes: Codes, worked: WorkingClock) {
    this.#rows = rows;
    this.#codes = codes;
    this.#worked = worked;
    const first = rows.instant[rows.first] ?? Number.NaN;
    const created = firstStated(rows);
    this.#item.created = Number.isNaN(created) ? first : Math.min(created, first);
    this.#clock = this.#item.created;
    this.#workedClock = worked(this.#clock);
    this.#team = rows.team[rows.first] ?? -1;
    this.#startInFirstStage();
  }

  take(row: number): void {
    const { instant, stage, team, person, activity, promised } = this.#rows;
    this.#row = row;
    const at = instant[row] ?? 0;
    const did = activity[row] ?? -1;
    const what = this.#codes.rowKind[did] ?? rowKinds.update;
    this.#pass(at);
    this.#item.lastEvent = at;
    this.#changeTeam(team[row] ?? -1, at, what);
    this.#people.take(person[row] ?? -1);
    this.#seeActivity(did);
    this.#changeBlocked(what);
    this.#changeStage(stage[row] ?? -1, at);
    if (this.#codes.atWork.has(this.#stage)) this.#endWait(true);
    if (what === rowKinds.commented) this.#item.comments++;
    if (what === rowKinds['approval-asked']) this.#item.approvalsAsked++;
    this.#promise(promised[row] ?? Number.NaN, at);
    if (Number.isNaN(this.#item.ended) || at <= this.#item.ended || at === instant[this.#rows.first]) {
      this.#item.team = this.#team;
      this.#item.rowsToEnd = row + 1 - this.#rows.first;
    }
  }

  finish(): ItemHistory {
    const item = this.#item;
    const kind = this.#kind();
    if (kind === 'done' || kind === 'cancelled') item.status = kind;
    else item.goingOn = this.#goingOn();
    if (item.status === 'done') item.workedToEnd = this.#worked(item.ended) - this.#worked(item.started);
    item.stage = this.#stage;
    item.handoffs.push(...(this.#waiting ? [this.#waiting] : []));
    item.handoffs.sort((a, b) => a.at - b.at);
    item.teams = this.#teams.distinct;
    item.people = this.#people.distinct;
    item.personHandoffs = this.#people.changes;
    item.pingPong = this.#teams.pingPong;
    item.anyReturn = this.#teams.anyReturn;
    item.personPingPong = this.#people.pingPong;
    item.personAnyReturn = this.#people.anyReturn;
    item.stagePingPong = this.#stages.pingPong;
    return item;
  }

  /** Before its first known stage an item is taken to have been in it, unless it was over there: then nobody knows. */
  #startInFirstStage(): void {
    const { stage, instant, first, end } = this.#rows;
    let row = first;
    while (row < end && (stage[row] ?? -1) < 0) row++;
    const known = stage[row] ?? -1;
    const later = row < end && (instant[row] ?? 0) > this.#item.created;
    this.#item.assumed = later && !isOver(this.#codes.stageKinds[known] ?? null);
    if (row < end && (!later || this.#item.assumed)) this.#enterStage(known, this.#item.created);
    else this.#openVisit(this.#item.created, -1, -1);
  }

  #goingOn(): GoingOn {
    const timeClass = this.#class();
    return {
      timeClass,
      since: this.#clock,
      workedSince: this.#workedClock,
      interrupted: timeClass === BLOCKED && this.#lastClass === ACTIVE,
      waiting: this.#waiting !== undefined,
    };
  }

  #kind(): StageKind | null {
    return this.#codes.stageKinds[this.#stage] ?? null;
  }

  /** Which of the classes the present moment belongs to. */
  #class(): number {
    const kind = this.#kind();
    if (kind === 'done' || kind === 'cancelled') return NONE;
    if (this.#blocked) return BLOCKED;
    if (this.#waiting) return HANDOFF;
    switch (kind) {
      case 'decision':
        return DECISION;
      case 'queue':
      case 'new':
        return QUEUE;
      case 'active':
        return ACTIVE;
      case null:
        return UNMAPPED;
    }
  }

  /** Lets time go on to an instant, and books it where it belongs. */
  #pass(until: number): void {
    if (!(until > this.#clock)) return;
    const elapsed = until - this.#clock;
    const workedUntil = this.#worked(until);
    const working = workedUntil - this.#workedClock;
    this.#clock = until;
    this.#workedClock = workedUntil;
    this.#book(this.#class(), elapsed, working);
  }

  #book(timeClass: number, elapsed: number, working: number): void {
    const { lead, leadWorking, flow, flowWorking, started } = this.#item;
    if (this.#visit) {
      this.#visit.working += working;
      if (timeClass === HANDOFF) {
        this.#visit.handoff += elapsed;
        this.#visit.handoffWorking += working;
      } else if (timeClass === BLOCKED) {
        this.#visit.blocked += elapsed;
        this.#visit.blockedWorking += working;
      }
    }
    if (this.#waiting && timeClass !== NONE) {
      this.#waiting.waited += elapsed;
      this.#waiting.waitedWorking += working;
    }
    if (timeClass === BLOCKED && this.#lastClass === ACTIVE) this.#item.interruptions++;
    this.#lastClass = timeClass;
    if (timeClass === NONE) return;
    lead[timeClass] = (lead[timeClass] ?? 0) + elapsed;
    leadWorking[timeClass] = (leadWorking[timeClass] ?? 0) + working;
    if (Number.isNaN(started)) return;
    flow[timeClass] = (flow[timeClass] ?? 0) + elapsed;
    flowWorking[timeClass] = (flowWorking[timeClass] ?? 0) + working;
  }

  #changeTeam(team: number, at: number, what: number): void {
    this.#teams.take(team);
    if (team < 0 || team === this.#team) {
      const acts = this.#waiting && at > this.#waiting.at && what !== rowKinds.commented;
      if (acts) this.#endWait(this.#class() !== NONE);
      return;
    }
    const from = this.#team;
    this.#team = team;
    this.#endWait(false);
    this.#openVisit(at, this.#stage, from);
    if (from < 0) return;
    this.#waiting = { from, to: team, stage: this.#stage, at, waited: 0, waitedWorking: 0, answered: false };
  }

  #endWait(answered: boolean): void {
    if (!this.#waiting) return;
    this.#waiting.answered = answered;
    this.#item.handoffs.push(this.#waiting);
    this.#waiting = undefined;
  }

  #seeActivity(activity: number): void {
    if (activity < 0 || this.#item.rawRework) return;
    if (this.#activitiesSeen.includes(activity)) this.#item.rawRework = true;
    else this.#activitiesSeen.push(activity);
  }

  #changeBlocked(what: number): void {
    if (what === rowKinds.unblocked) this.#blocked = false;
    if (what === rowKinds.blocked) this.#blocked = true;
  }

  #changeStage(stage: number, at: number): void {
    if (stage < 0 || stage === this.#stage) return;
    const from = this.#stage;
    if (from >= 0) this.#item.stageMoves++;
    if (this.#isRoundTrip(stage)) this.#item.interruptions++;
    this.#stageBefore = from;
    if (this.#waiting?.at === at) this.#waiting.stage = stage;
    this.#enterStage(stage, at, from);
  }

  #enterStage(stage: number, at: number, from = -1): void {
    const before = this.#kind();
    this.#stage = stage;
    this.#stages.take(stage);
    const kind = this.#kind();
    const over = isOver(kind);
    const seen = this.#stagesSeen.includes(stage);
    if (!seen) this.#stagesSeen.push(stage);
    if (seen && !this.#codes.loops.has(stage)) this.#item.rework = true;
    if (kind === 'active') {
      this.#item.activeVisits++;
      if (seen && !this.#codes.loops.has(stage)) this.#item.repeatedActiveVisits++;
    }
    if (before === 'done' && !over) this.#item.reopened++;
    if (!over) this.#item.ended = Number.NaN;
    else if (kind !== before) this.#item.ended = at;
    if (Number.isNaN(this.#item.started) && (kind === 'queue' || kind === 'active' || kind === 'decision')) {
      this.#item.started = at;
    }
    this.#openVisit(at, from, this.#team);
  }

  /** Whether an item comes straight back from one waiting stage to the active stage it was in before. */
  #isRoundTrip(next: number): boolean {
    const between = this.#kind();
    const waited = between === 'queue' || between === 'decision';
    return waited && next === this.#stageBefore && this.#codes.stageKinds[next] === 'active';
  }

  /** One row that changes both the stage and the team opens one visit. */
  #openVisit(at: number, fromStage: number, fromTeam: number): void {
    const open = this.#visit;
    if (open && this.#visitRow === this.#row) {
      open.stage = this.#stage;
      open.team = this.#team;
      return;
    }
    if (open) open.left = at;
    this.#visitRow = this.#row;
    this.#visit = {
      stage: this.#stage,
      team: this.#team,
      fromStage,
      fromTeam,
      entered: at,
      left: Number.NaN,
      working: 0,
      handoff: 0,
      handoffWorking: 0,
      blocked: 0,
      blockedWorking: 0,
    };
    this.#item.visits.push(this.#visit);
  }

  #promise(promised: number, at: number): void {
    if (Number.isNaN(promised)) return;
    const item = this.#item;
    if (Number.isNaN(item.firstPromise)) item.firstPromise = promised;
    const beforeStart = Number.isNaN(item.started) || at <= item.started;
    if (beforeStart || Number.isNaN(item.promise)) item.promise = promised;
  }
}

const isOver = (kind: StageKind | null): boolean => kind === 'done' || kind === 'cancelled';

/** A sequence of holders, or of stages, with equal neighbours taken as one: how often it changes, and whether it comes back. */
class Track {
  changes = 0;
  pingPong = false;
  anyReturn = false;
  readonly #seen: number[] = [];
  #last = -1;
  #lastButOne = -1;

  get distinct(): number {
    return this.#seen.length;
  }

  take(holder: number): void {
    if (holder < 0 || holder === this.#last) return;
    if (this.#last >= 0) this.changes++;
    if (holder === this.#lastButOne) this.pingPong = true;
    if (this.#seen.includes(holder)) this.anyReturn = true;
    else this.#seen.push(holder);
    this.#lastButOne = this.#last;
    this.#last = holder;
  }
}

const firstStated = ({ created, first, end }: ItemRows): number => {
  for (let row = first; row < end; row++) {
    const stated = created[row] ?? Number.NaN;
    if (!Number.isNaN(stated)) return stated;
  }
  return Number.NaN;
};
