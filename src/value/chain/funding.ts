import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Money } from '#model/money.ts';
import { overlap } from '#model/period.ts';
import { spendLines } from '#model/spend.ts';

/** What money is looked at: what went out, or what may go out in a planning period. One figure never mixes the two. */
export type FundingBasis = 'spend' | 'budget';

/** Money of one line of funding and one day. Without an investment it is unmapped. */
export type FundingLine = {
  readonly investment: string | undefined;
  /** The day on which it went out; of a budget, the first day of its period. */
  readonly on: Day;
  readonly amount: Money;
};

export type Funding = {
  readonly lines: readonly FundingLine[];
  /** Budgets of periods that lie only partly between the days asked for: how much of them falls there is not known. */
  readonly leftOut: readonly FundingLine[];
};

type Funded = Pick<DesignModel, 'investments' | 'spendStatements' | 'planningPeriods'>;

/** Days from the first up to, not including, the second. */
export type Days = { readonly from: Day; readonly to: Day };

/**
 * The money between two days.
 *
 * A budget counts when its whole period lies between them. Where one line has a budget for a year and for its quarters too,
 * the longest period that fits counts: the same money is not said twice.
 */
export const fundingIn = (model: Funded, basis: FundingBasis, days: Days): Funding =>
  basis === 'spend'
    ? { lines: spendLines(model).filter(({ on }) => days.from <= on && on < days.to), leftOut: [] }
    : budgetsIn(model, days);

const budgetsIn = ({ investments, planningPeriods }: Funded, days: Days): Funding => {
  const periods = new Map<string, Days>(planningPeriods.map((period) => [period.key, period]));
  const found = investments.map(({ key, budget }) => {
    const stated = budget.flatMap(({ period: named, amount }) => {
      const period = periods.get(named);
      return period ? [{ period, line: { investment: key, on: period.from, amount } }] : [];
    });
    const whole = stated.filter(({ period }) => holds(days, period));
    const counted = whole.filter(({ period }) => !whole.some((other) => holdsMore(other.period, period)));
    const partly = stated.filter(({ period }) => overlap(period, days) && !holds(days, period));
    const leftOut = partly.filter(({ period }) => !counted.some((other) => holds(period, other.period)));
    return { lines: counted.map(({ line }) => line), leftOut: leftOut.map(({ line }) => line) };
  });
  return { lines: found.flatMap(({ lines }) => lines), leftOut: found.flatMap(({ leftOut }) => leftOut) };
};

const holds = (outer: Days, inner: Days): boolean => outer.from <= inner.from && inner.to <= outer.to;

const holdsMore = (outer: Days, inner: Days): boolean => holds(outer, inner) && !holds(inner, outer);
