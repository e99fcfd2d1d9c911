import type { Sql } from '#engine/sql.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Dimension, RuleDetails } from '#model/rule-result.ts';
import type { Breakpoints } from '#model/statistics/piecewise.ts';
import type { DesignedTable, Ground, PreparedTable } from './ground.ts';
import type { Span } from './span.ts';

/**
 * How the rows of a rule become its value.
 *
 * - `share`: the share of rows that were kept.
 * - `complete-share`: Σ `amount` of the rows that were kept ÷ Σ `amount`, where the rows are all there are (every day), so
 *   that there is nothing to estimate.
 * - `weighed-share`: the same where amounts weigh what is counted and are no cases: the cases are the `object`s, and few of
 *   them hide nothing, since they are all there are.
 * - `ratio`: Σ `kept_amount` ÷ Σ `amount`. The item is the unit of chance, however many rows it has.
 * - `effective-number`: for each `object` the number of equal `part`s that would be spread as evenly over its `amount`
 *   (exponential of the entropy), averaged by amount; `cases` counts what lies behind a row.
 * - `overlap`: of a whole that areas share, and are due other shares of: Σ min(`amount`, `due`) ÷ Σ `amount`. The rows are
 *   all there are; `cases` counts what lies behind a row. It is 1 less the total variation distance of the two.
 * - `survival`: the median of `amount`, where rows that are not `observed` still go on.
 */
export type Measure =
  | { readonly kind: 'share' }
  | { readonly kind: 'complete-share' }
  | { readonly kind: 'weighed-share' }
  | { readonly kind: 'ratio' }
  | { readonly kind: 'effective-number' }
  | { readonly kind: 'overlap' }
  | { readonly kind: 'survival' };

/**
 * What the design says about one matter, and how the evidence is held against it.
 *
 * `rows` answers one row a case of the span, with the columns `item_id`, `team_id`, `capability` (codes; null where there
 * is none), `decision_type`, `object` (texts), `counted_at` (ms), `kept` (null where nothing allows a judgement: such
 * a row lowers the coverage and enters nothing), and those of its measure. `because` is an expression over such a row,
 * named `broken`, that tells how it broke; it is only worked out for the cases that are shown, so `rows` may hand it
 * further columns. `pressed` tells whether the row began under pressure; only a rule that is never read so leaves it out.
 * Of a share, only `counted_at` may tell whether a row is in a span, and nothing else in a row may depend on the span, so
 * that the parts of the window are read with it; a rule that has to look at the span says so (`knowsItsSpan`).
 *
 * `counted` answers the same rows with those alike taken together: `n` is how many they are, `counted_at` the edge of the
 * ground up to which their own instant comes, and `kept` and any further column as in `rows`. It is for a rule with so
 * many rows that reading them is what the rule costs, and it takes spans between edges only.
 */
export type Rule = {
  readonly id: `${Dimension}.${string}`;
  readonly dimension: Dimension;
  readonly title: string;
  /** What the design says. */
  readonly says: string;
  /** How that is measured, and what is left out. */
  readonly test: string;
  readonly unit: 'share' | 'team' | 'path' | 'day';
  /** Rising where more is worse, falling where less is. */
  readonly breakpoints: Breakpoints & { readonly why: string };
  /** The record without which nothing is designed to be held against; left out where the rule holds for every design. */
  readonly needs?: { readonly record: string; readonly stated: (design: DesignModel) => boolean };
  /** Why there is no value although there are rows: what none of them has. Where every row is a case, their number follows. */
  readonly lacking?: string;
  readonly designed: readonly DesignedTable[];
  readonly prepared?: readonly PreparedTable[];
  readonly measure: Measure;
  /** Which day and team a row is taken to begin with, or why tight days are not held against others, as half a sentence. */
  readonly underPressure: { readonly by: string } | { readonly never: string };
  readonly rows: (ground: Ground, span: Span) => Sql;
  readonly knowsItsSpan?: true;
  readonly counted?: (ground: Ground, span: Span) => Sql;
  readonly because: (ground: Ground) => Sql;
  /** Breakpoints that the design itself states; null where it does not. They come before the defaults. */
  readonly stated?: (ground: Ground, span: Span) => Promise<Breakpoints | null>;
  readonly details?: (ground: Ground, span: Span) => Promise<RuleDetails>;
};

export const defineRule = <R extends Rule>(rule: R): R => rule;
