import type { DesignModel } from '#model/design-model.ts';
import type { Reading, Scope } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { SignInterval } from '#model/sign.ts';
import type { Breakpoints } from '#model/statistics/piecewise.ts';

/** A value as every rule of a sign needs it; null with the reason in `missing`. */
export type Found = Pick<Reading, 'value' | 'n' | 'lower' | 'upper' | 'coverage' | 'missing'> & {
  readonly interval: SignInterval;
  /** Thresholds that the design or the workspace's own past gives for this very value. */
  readonly judgedBy?: Breakpoints & { readonly from: 'design' | 'history'; readonly why: string };
  /** What is said of it, where the figure alone does not tell all. */
  readonly beside?: string;
};

/** What waits before the decider who has most open decisions, and what that decider gets done. */
export type Queue = {
  readonly decider: string;
  readonly open: number;
  readonly decided: number;
  /** The days in which these were decided: of the window, or since its first decision was raised. */
  readonly days: number;
  /** The median time that the rights of these decisions allow, in days; null where they allow any. */
  readonly target: number | null;
};

/** All that signs may look at. Nothing in it names a person or a team too small to be shown. */
export type Evidence = {
  /** Readings of the whole window, by metric; a companion that is read by itself is called `metric/companion`. */
  readonly figures: readonly Reading[];
  readonly rules: readonly RuleResult[];
  /** The design in force when the window is read, on its last day. */
  readonly design: DesignModel;
  /** What people call the records that findings name by key. */
  readonly names: ReadonlyMap<string, string>;
  readonly day: string;
  readonly window: Reading['window'];
  readonly queue: Queue | null;
  /** The share of work in progress that is older than 85 % of what was done took, if it went on as it did. */
  readonly usualOlder: number | null;
  /** Approval layers of the last two whole planning periods, the older one first; fewer where there are none. */
  readonly layers: readonly Reading[];
  /** How far each metric of the product is from business benefit, by its id. */
  readonly signals: ReadonlyMap<string, number>;
};

/** Where a finding may concentrate, and from what that is told. */
export type Where =
  | { readonly kind: 'worse'; readonly metric: string; readonly by: Exclude<Scope, 'period'> }
  | { readonly kind: 'part'; readonly metric: string; readonly by: Exclude<Scope, 'period'> }
  | { readonly kind: 'most'; readonly rule: string; readonly by: BrokenBy };

/** What the cases that broke a rule of conformance can be counted by. */
type BrokenBy = 'team' | 'capability' | 'decision-type' | 'object';

type Thresholds = Breakpoints & { readonly why: string };

/**
 * What a rule reads.
 *
 * - `figure`: a metric, or a companion of one as `metric/companion`; higher is worse where the breakpoints rise.
 * - `rule`: a rule of conformance, with the severity that it has there, so that one thing is never judged twice.
 * - `own`: what no single metric tells; `look` answers the value, or why there is none.
 * - `unfed`: what no record or metric feeds yet; `needs` says what would.
 */
export type Basis =
  | { readonly kind: 'figure'; readonly metric: string; readonly breakpoints: Thresholds }
  | { readonly kind: 'rule'; readonly rule: string }
  | {
      readonly kind: 'own';
      readonly standsOn: string;
      readonly open: readonly string[];
      readonly breakpoints: Thresholds;
      readonly look: (evidence: Evidence) => Found | string;
    }
  | { readonly kind: 'unfed'; readonly needs: string };

/** One way in which a sign shows. */
export type SignRule = {
  readonly id: string;
  readonly title: string;
  /** What is tested, on which rows, and what counts as not enough. */
  readonly test: string;
  readonly unit: 'share' | 'count' | 'day' | 'team' | 'path' | 'layer' | 'hand-over' | 'correlation';
  readonly basis: Basis;
  /** What is told is the rest of the share: not how many are kept, but how many are not. */
  readonly tellsRest?: boolean;
  /** What was found as a clause of a sentence; `amount` is the value with its unit. */
  readonly says: (amount: string, beside: string | undefined) => string;
  readonly where?: Where;
};

/** A sign of misalignment as data. */
export type SignDefinition = {
  readonly id: string;
  /** The number it has among the eight. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 7 | 8;
  readonly title: string;
  /** What a reader would call it in the middle of a sentence. */
  readonly name: string;
  /** Which harm it does. */
  readonly harm: string;
  readonly rules: readonly SignRule[];
};

export const defineSign = (sign: SignDefinition): SignDefinition => sign;

/** The id under which a rule of a sign is cited and set: `sign.decision-bottlenecks.escalation`. */
export const ruleIdOf = (sign: SignDefinition, rule: SignRule): string => `sign.${sign.id}.${rule.id}`;
