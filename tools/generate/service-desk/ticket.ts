import type { Minute } from './clock.ts';
import { loops, type StageKey, stateOf } from './stages.ts';
import { between, minus, nothingSpent, plus, type Spent, type TimeClass } from './time-spent.ts';

export type TicketType = 'incident' | 'request' | 'change' | 'problem';

/** One update as the ticket tool shows it: the whole ticket after it, and what was done. */
export type TicketRow = {
  readonly at: Minute;
  readonly activity: string;
  readonly stage: StageKey;
  readonly team: string;
  readonly person: string;
  readonly actor: string;
  readonly category: string;
  readonly priority: string;
  readonly due: Minute | null;
};

/** What an update does. Somebody who comments, blocks or unblocks a ticket does nothing else in that update. */
export type Update = {
  readonly stage?: StageKey;
  readonly team?: string;
  readonly person?: string;
  readonly actor?: string;
  readonly due?: Minute;
  readonly priority?: string;
  readonly category?: string;
  readonly does?: 'comment' | 'block' | 'unblock' | 'ask-approval';
};

export type TicketSpec = {
  readonly number: string;
  readonly type: TicketType;
  /** The capability that it is about, or null when nobody has mapped its category. */
  readonly capability: string | null;
  readonly category: string;
  readonly channel: string;
  readonly created: Minute;
};

/**
 * A ticket while it lives, with everything about it that a figure may ask for.
 *
 * Each figure is kept here as it comes about (a hand-over is counted when it is made, a wait is added when it ends), so
 * that the ledger is what happened and not what some reading of the log makes of it.
 */
export class Ticket {
  readonly spec: TicketSpec;
  readonly rows: TicketRow[] = [];
  started: Minute | null = null;
  /** Since when it has been done or cancelled without a break. */
  ended: Minute | null = null;
  team = '';
  /** In the order in which they had it, without repeats in a row. */
  readonly teamsSeen: string[] = [];
  stage: StageKey = 'new';
  teamHandoffs = 0;
  personHandoffs = 0;
  pingPong = false;
  stagePingPong = false;
  anyReturn = false;
  rework = false;
  reopened = 0;
  interruptions = 0;
  comments = 0;
  approvalsAsked = 0;
  activeVisits = 0;
  repeatedActiveVisits = 0;
  readonly promises: { readonly at: Minute; readonly due: Minute }[] = [];
  /** Minutes of active time by team. */
  readonly activeBy = new Map<string, number>();
  readonly handovers: { readonly from: string; readonly to: string; readonly at: Minute; waited: number }[] = [];
  /** Minutes since the start, by the stage in which they passed. */
  readonly spentIn = new Map<StageKey, Spent>();
  readonly visits: { readonly stage: StageKey; readonly entered: Minute; left: Minute | null }[];
  #spent: Spent = nothingSpent;
  #spentAtStart: Spent = nothingSpent;
  #upTo: Minute;
  #handedOver: Minute | null = null;
  #blocked = false;
  #person = '';
  #shownPerson = '';
  #category = '';
  #priority = '';
  #due: Minute | null = null;
  #stageBefore: StageKey | null = null;
  readonly #stagesSeen = new Set<StageKey>();

  constructor(spec: TicketSpec) {
    this.spec = spec;
    this.visits = [{ stage: 'new', entered: spec.created, left: null }];
    this.#upTo = spec.created;
  }

  /** Time by class since it was created; up to its last update, or its end. */
  get spent(): Spent {
    return this.#spent;
  }

  get spentSinceStart(): Spent {
    return minus(this.#spent, this.#spentAtStart);
  }

  get status(): 'open' | 'done' | 'cancelled' {
    if (this.ended === null) return 'open';
    return stateOf(this.stage).kind === 'cancelled' ? 'cancelled' : 'done';
  }

  /** The last promise made before or at the start; the first one made later, where none was. */
  get promise(): Minute | null {
    const { started } = this;
    if (started === null) return this.promises.at(-1)?.due ?? null;
    const early = this.promises.filter(({ at }) => at <= started).at(-1);
    return (early ?? this.promises[0])?.due ?? null;
  }

  update(now: Minute, activity: string, update: Update): void {
    this.#spendUntil(now);
    const from = this.team;
    if (update.team !== undefined && update.team !== from) this.#handOver(now, update.team);
    else if (update.does !== 'comment' && this.#handedOver !== null && now > this.#handedOver) this.#handedOver = null;
    if (update.team !== undefined && update.person === undefined) this.#shownPerson = '';
    if (update.person !== undefined) this.#assign(update.person);
    if (update.stage !== undefined && update.stage !== this.stage) this.#enter(now, update.stage);
    if (this.rows.length === 0) this.#stagesSeen.add(this.stage);
    this.#note(update);
    if (update.due !== undefined && update.due !== this.#due) {
      this.#due = update.due;
      this.promises.push({ at: now, due: update.due });
    }
    this.#category = update.category ?? this.#category;
    this.#priority = update.priority ?? this.#priority;
    this.rows.push({
      at: now,
      activity,
      stage: this.stage,
      team: this.team,
      person: this.#shownPerson,
      actor: update.actor ?? this.#person,
      category: this.#category,
      priority: this.#priority,
      due: this.#due,
    });
  }

  /** The class of the present moment; null while it is over. */
  #class(): TimeClass | null {
    const { kind } = stateOf(this.stage);
    if (kind === 'done' || kind === 'cancelled') return null;
    if (this.#blocked) return 'blocked';
    if (this.#handedOver !== null) return 'handoff';
    return kind === 'new' ? 'queue' : kind;
  }

  #spendUntil(now: Minute): void {
    const spentAs = this.#class();
    const length = between(this.#upTo, now);
    if (spentAs) this.#spent = plus(this.#spent, spentAs, length);
    const stay = this.spentIn.get(this.stage);
    if (spentAs && stay) this.spentIn.set(this.stage, plus(stay, spentAs, length));
    const handover = this.#handedOver === null ? undefined : this.handovers.at(-1);
    if (spentAs && handover) handover.waited += length.elapsed;
    if (spentAs === 'active') this.activeBy.set(this.team, (this.activeBy.get(this.team) ?? 0) + length.elapsed);
    this.#upTo = now;
  }

  #handOver(now: Minute, to: string): void {
    const from = this.team;
    this.team = to;
    this.anyReturn ||= this.teamsSeen.includes(to);
    this.pingPong ||= this.teamsSeen.at(-2) === to;
    this.teamsSeen.push(to);
    if (from === '') return;
    this.teamHandoffs++;
    this.handovers.push({ from, to, at: now, waited: 0 });
    this.#handedOver = now;
  }

  #assign(person: string): void {
    this.#shownPerson = person;
    if (person === '' || person === this.#person) return;
    if (this.#person !== '') this.personHandoffs++;
    this.#person = person;
  }

  #enter(now: Minute, to: StageKey): void {
    const [from, before] = [stateOf(this.stage), this.#stageBefore];
    const { kind } = stateOf(to);
    const over = kind === 'done' || kind === 'cancelled';
    if (from.kind === 'done' && !over) this.reopened++;
    this.stagePingPong ||= before === to;
    if (before === to && kind === 'active' && (from.kind === 'queue' || from.kind === 'decision')) this.interruptions++;
    if (this.#stagesSeen.has(to) && !loops.includes(to)) this.rework = true;
    if (kind === 'active') {
      this.activeVisits++;
      if (this.#stagesSeen.has(to)) this.repeatedActiveVisits++;
    }
    if (this.started === null && kind !== 'new' && !over) {
      this.started = now;
      this.#spentAtStart = this.#spent;
    }
    if (this.started !== null && !over && !this.spentIn.has(to)) this.spentIn.set(to, nothingSpent);
    this.ended = over ? (this.ended ?? now) : null;
    this.#stagesSeen.add(to);
    const last = this.visits.at(-1);
    if (last) last.left = now;
    this.visits.push({ stage: to, entered: now, left: null });
    this.#stageBefore = this.stage;
    this.stage = to;
  }

  #note({ does }: Update): void {
    if (does === 'comment') this.comments++;
    if (does === 'ask-approval') this.approvalsAsked++;
    if (does === 'unblock') this.#blocked = false;
    if (does !== 'block' || this.#blocked) return;
    if (this.#class() === 'active') this.interruptions++;
    this.#blocked = true;
  }
}
