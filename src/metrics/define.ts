import type { Sql } from '#engine/sql.ts';
import type { Grade, Scope } from '#model/reading.ts';
import type { Summary } from './summary.ts';

/** The bounds a metric's rows are taken by, as ms since 1970 UTC; the window is half-open. */
export type Bounds = {
  readonly from: number;
  readonly until: number;
  /** The instant at which figures are read; nothing is known after it. */
  readonly asOf: number;
  /** How many of the smallest coins make one of the workspace's currency. */
  readonly coins: number;
  /** The ends of the calendar days (local midnights) of the window, for figures of every day. */
  readonly days: readonly number[];
  /**
   * The columns that the figure is grouped by or looked at through, at most two.
   *
   * Most rows are the same whatever they are cut by and ignore it. Rows that are counts of groups, that compare an item
   * with others of its group, or that are finer when cut by stage or boundary, need to know.
   */
  readonly cut: readonly CutColumn[];
  /**
   * Through which of them it is looked at alone, and under which names. Rows of others are left out in any case; what reads
   * all items before it groups them can leave them out at once (`onlyIn`).
   */
  readonly only?: { readonly column: CutColumn; readonly keys: readonly string[] };
};

/** The columns of a metric's rows by which its figures can be cut. */
export type CutColumn =
  | 'team'
  | 'capability'
  | 'item_type'
  | 'decision_type'
  | 'forum'
  | 'stage'
  | 'boundary'
  | 'scale'
  | 'effect';

/** What a value is told in; `money` is the currency of the workspace, by whose code a reading calls it. */
export type Unit = 'day' | 'hour' | 'share' | 'item' | 'count' | 'level' | 'correlation' | 'layer' | 'money';

/** A further summary of the same rows, with its unit where that is not the one of its kind (`unitOf`). */
export type Companion = Summary & { readonly unit?: Unit };

/** The distance from business benefit: 0 benefit, 1 outcome, 2 decision or capability, 3 flow, quality, efficiency, 4 activity. */
export type Signal = 0 | 1 | 2 | 3 | 4;

/**
 * What no system of record tells, with the best grade of a figure that rests on it.
 *
 * Shares that links claim (`passes`, `contributes`) divide what was measured; what is judged or declared was never measured.
 */
export const bestGrades = {
  'claimed-shares': 'C',
  judgement: 'D',
  'declared-values': 'D',
} as const satisfies Record<string, Grade>;

export type Foundation = keyof typeof bestGrades;

/**
 * A metric as data: which rows it stands on and how they become one value.
 *
 * `rows` answers one row a case. It names the case (`source`, `item`, and whatever else helps a reader), the columns a
 * figure can be cut by (`team`, `capability`, `item_type`, `decision_type`, `forum`, `stage`, `boundary`, `scale`, `effect`; only those in `scopes`),
 * and the measures that `summary` and `also` name. A measure is null where the case lacks what it takes: the case then lowers
 * the coverage and enters nothing. The value is made from these rows and nothing else, so that who has the rows can make
 * it again.
 */
export type Metric = {
  readonly id: `${string}.${string}`;
  /** The number it has in the design and in the field's literature. */
  readonly code: string;
  /** Goes up when the same evidence gives another value. */
  readonly version: number;
  /** What each later version counts otherwise than the one before it, the second version first. */
  readonly changes?: readonly string[];
  readonly title: string;
  /** What a manager would ask. */
  readonly question: string;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly signal: Signal;
  /** The formula in words. */
  readonly formula: string;
  /** What is left out, and what happens at the edges. */
  readonly edges: string;
  /** How others count the same thing. */
  readonly others?: string;
  /** Shown wherever the number is. */
  readonly caveat?: string;
  /** Why there is no value although there are rows: what none of them has. */
  readonly lacking?: string;
  /** Why there is no value where what the figure is divided by adds up to nothing. */
  readonly undivided?: string;
  /** Why there are no rows, where `at` does not tell. */
  readonly none?: string;
  readonly scopes: readonly Exclude<Scope, 'period'>[];
  /** Cuts, of this metric or another, that belong beside the value and do not fit into a companion. */
  readonly beside?: readonly { readonly metric: string; readonly by: Scope }[];
  /**
   * The column of the rows by which the window takes them, in ms.
   *
   * Given only where nothing else in a row follows from the window: all periods are then read from one look at the rows.
   */
  readonly at?: string;
  /**
   * What the rows follow from, where that is not logs alone: it can be read where no log was. Of `records` windows before the
   * first row of a log are read too, and rows that were rejected take nothing from the grade.
   */
  readonly fedBy?: 'records' | 'records-and-logs';
  /** The weakest of what its figures rest on, where no system of record tells it: no figure is graded better than that is. */
  readonly restsOn?: Foundation;
  readonly rows: (bounds: Bounds) => Sql;
  readonly summary: Summary;
  /** Companions of the value, by name; each is a summary of the same rows. */
  readonly also?: Readonly<Record<string, Companion>>;
};

/** What a unit is called in a workspace of some currency. */
export const unitCalled = (unit: Unit, currency: string): string => (unit === 'money' ? currency : unit);

/** The unit of a companion: its own, else that of its kind, else the metric's. */
export const unitOf = ({ unit }: Pick<Metric, 'unit'>, companion: Companion): Unit => {
  if (companion.unit !== undefined) return companion.unit;
  switch (companion.kind) {
    case 'count':
      return 'count';
    case 'ratio':
      return companion.per === undefined ? 'share' : unit;
    case 'concentration':
      return companion.as === 'effective-number' ? 'count' : 'share';
    case 'share':
    case 'rate':
    case 'complete-ratio':
    case 'survival-ratio':
    case 'excess':
    case 'largest-share':
      return 'share';
    case 'rank-correlation':
    case 'between':
    case 'spearman':
      return 'correlation';
    case 'quantile':
    case 'mean':
    case 'sum':
    case 'total':
    case 'greatest':
    case 'least':
    case 'daily-mean':
    case 'survival':
      return unit;
  }
};

export const defineMetric = <M extends Metric>(metric: M): M => metric;
