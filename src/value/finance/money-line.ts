import type { Conversion } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import { isSome } from '#model/decimal.ts';
import type { Grade } from '#model/reading.ts';

/**
 * What is looked at: what was approved (budgets and frozen plans), what is to be expected today (what went out and came in
 * so far, then budgets and forecasts), or only what went out and came in.
 */
export const bases = ['plan', 'outlook', 'actual'] as const;
export type Basis = (typeof bases)[number];

/** On which side of the account an amount stands; a disbenefit is stated as what is lost. */
export type Side = 'cost' | 'benefit' | 'disbenefit';

/** An amount that a record states for some days, with what it comes to in the currency of totals. */
export type MoneyLine = {
  readonly kind: 'investment' | 'benefit';
  readonly key: string;
  readonly side: Side;
  /** The day of it, or the first of the days it is for. It counts in the year of this day. */
  readonly on: Day;
  /** The day after the last; money of a budget is told of its first day alone. */
  readonly to: Day;
  /** Whether it went out or came in, and is no plan or forecast. */
  readonly isCome: boolean;
  readonly conversion: Conversion;
  /** B from a ledger; D where somebody planned, forecast or reported it. */
  readonly grade: Grade;
};

/** Whether an amount has no rate into the currency of totals; nothing needs none. */
export const isUnpriced = ({ conversion: { original, converted } }: MoneyLine): boolean =>
  converted === undefined && isSome(original.amount);
