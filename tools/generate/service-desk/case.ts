import type { Minute } from './clock.ts';
import { type DeciderKey, deciders, rankOf } from './organisation.ts';
import { Signal } from './scheduler.ts';

export type DecisionTypeKey = 'change-approval' | 'purchase' | 'access' | 'architecture-exception' | 'data-release';

export type Step =
  | 'ask'
  | 'discuss'
  | 'ask-information'
  | 'give-information'
  | 'return'
  | 'escalate'
  | 'decide'
  | 'communicate'
  | 'act'
  | 'reopen';

export type CaseRow = {
  readonly at: Minute;
  readonly activity: string;
  readonly by: DeciderKey;
  readonly person: string;
};

export type CaseSpec = {
  readonly number: string;
  readonly type: DecisionTypeKey;
  readonly team: string;
  readonly amount: number | null;
  readonly risk: 'low' | 'medium' | 'high' | null;
  readonly regulated: boolean | null;
  readonly ticket: string;
  /** What the ticket tool calls the capability it is about; empty where no ticket is. */
  readonly category: string;
  readonly neededBy: Minute;
  /** Who is to decide by the design, or null where the design gives nobody the right. */
  readonly intended: DeciderKey | null;
};

type Approval = { readonly by: DeciderKey; readonly asked: Minute; answered: Minute | null };

/** One decision: a case from its asking, or from its reopening, until it is settled. */
export class Cycle {
  readonly of: CaseSpec;
  readonly raised: Minute;
  decided: {
    readonly at: Minute;
    readonly by: DeciderKey;
    readonly approved: boolean;
    readonly depth: number | null;
  } | null = null;
  firstStep: Minute | null = null;
  communicated: Minute | null = null;
  acted: Minute | null = null;
  reopened: Minute | null = null;
  escalations = 0;
  sideways = 0;
  /** Minutes for which it lay with somebody who was asked for information. */
  informationWait = 0;
  readonly approvals: Approval[] = [];
  readonly path: string[] = [];
  #highest = 0;
  #last: DeciderKey | null = null;
  #informationAsked: { readonly step: Step; readonly at: Minute } | null = null;

  constructor(of: CaseSpec, raised: Minute) {
    this.of = of;
    this.raised = raised;
  }

  get openInformationWait(): Minute | null {
    return this.#informationAsked?.at ?? null;
  }

  step(now: Minute, step: Step, by: DeciderKey, approved: boolean): void {
    this.path.push(`${step}:${by}`);
    this.#climb(by);
    if (this.#informationAsked && this.#informationAsked.step !== step) {
      this.informationWait += now - this.#informationAsked.at;
      this.#informationAsked = null;
    }
    if (step === 'ask-information' || step === 'return') this.#informationAsked ??= { step, at: now };
    if (step === 'ask' || step === 'escalate') {
      this.decided = null;
      this.approvals.push({ by, asked: now, answered: null });
    }
    if (step === 'escalate') this.escalations++;
    if (step !== 'ask' && this.path.length > 1) this.firstStep ??= now;
    if (step === 'decide') this.#decide(now, by, approved);
    if (this.decided && step === 'communicate') this.communicated ??= now;
    if (this.decided && step === 'act') this.acted ??= now;
  }

  #decide(now: Minute, by: DeciderKey, approved: boolean): void {
    const { intended } = this.of;
    const asked = this.approvals.filter((each) => each.by === by && each.answered === null).at(-1);
    if (!asked) throw new Error(`${this.of.number}: ${by} was never asked`);
    asked.answered = now;
    const depth = intended === null ? null : Math.max(0, this.#highest - rankOf(intended));
    this.decided = { at: now, by, approved, depth };
  }

  #climb(by: DeciderKey): void {
    if (this.#last && this.#last !== by && deciders[this.#last] === deciders[by]) this.sideways++;
    this.#last = by;
    this.#highest = Math.max(this.#highest, rankOf(by));
  }
}

/** A matter that is brought before somebody to be decided, and everything that is done about it. */
export class Case {
  readonly spec: CaseSpec;
  readonly rows: CaseRow[] = [];
  readonly cycles: Cycle[] = [];
  /** Happens when the first decision is final. */
  readonly settled = new Signal();

  constructor(spec: CaseSpec) {
    this.spec = spec;
  }

  get approved(): boolean {
    return this.cycles[0]?.decided?.approved ?? false;
  }

  step(now: Minute, step: Step, activity: string, by: DeciderKey, person: string): void {
    const last = this.cycles.at(-1);
    if (last && step === 'reopen') last.reopened = now;
    const cycle = last && step !== 'reopen' ? last : new Cycle(this.spec, now);
    if (cycle !== last) this.cycles.push(cycle);
    cycle.step(now, step, by, activity === 'Approved');
    this.rows.push({ at: now, activity, by, person });
  }
}
