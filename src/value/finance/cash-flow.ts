import type { Day } from '#model/day.ts';
import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';

/**
 * What one year of work costs and brings, in one currency. `disbenefit` is what is lost by it, stated as a loss; `benefit` is
 * before that. A credit makes a cost negative.
 */
export type CashFlow = {
  /** What the year is called, such as 2026 or 2026/27. */
  readonly year: string;
  readonly from: Day;
  readonly to: Day;
  readonly cost: Decimal;
  readonly benefit: Decimal;
  readonly disbenefit: Decimal;
};

/** Benefit − disbenefit − cost, exactly. */
export const netOf = ({ cost, benefit, disbenefit }: CashFlow): Decimal =>
  differenceOf(gainOf({ benefit, disbenefit }), cost);

/** Benefit − disbenefit, exactly. */
export const gainOf = ({ benefit, disbenefit }: Pick<CashFlow, 'benefit' | 'disbenefit'>): Decimal =>
  differenceOf(benefit, disbenefit);

/** What all years cost and bring, exactly. */
export const totalsOf = (flows: readonly CashFlow[]): Pick<CashFlow, 'cost' | 'benefit' | 'disbenefit'> => ({
  cost: sumOfDecimals(flows.map(({ cost }) => cost)),
  benefit: sumOfDecimals(flows.map(({ benefit }) => benefit)),
  disbenefit: sumOfDecimals(flows.map(({ disbenefit }) => disbenefit)),
});
