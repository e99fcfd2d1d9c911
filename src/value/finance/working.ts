import { differenceOf } from '#model/decimal.ts';
import { type DiscountSchedule, discountFactor } from '#model/discount.ts';
import type { Decimal } from '#model/money.ts';
import { type CashFlow, gainOf, netOf } from './cash-flow.ts';
import { roundedText } from './rounded-text.ts';

/**
 * When in a year its money is taken to come, as tools differ in it: all of the first year at once and of each later one a
 * year after (the first year is t = 0), at the end of each year, or in its middle.
 */
export const timings = ['first-year-undiscounted', 'end-of-year', 'mid-year'] as const;
export type Timing = (typeof timings)[number];

const yearsUntil: Readonly<Record<Timing, number>> = {
  'first-year-undiscounted': 0,
  'end-of-year': 1,
  'mid-year': 0.5,
};

/** One line of the working: what a year comes to, what it counts, and what all years up to it count together. */
export type WorkingLine = CashFlow & {
  readonly net: Decimal;
  /** Years from the beginning until its money is taken to come. */
  readonly t: number;
  readonly factor: number;
  readonly presentValue: Decimal;
  readonly cumulative: Decimal;
};

export type Working = {
  readonly timing: Timing;
  readonly lines: readonly WorkingLine[];
  /** The net present value: Σ (benefit − disbenefit − cost) × factor. */
  readonly npv: Decimal;
  readonly costs: Decimal;
  /** Of benefits less disbenefits. */
  readonly gains: Decimal;
};

/** Years of money, one after the other without a gap, and how its present value is found. */
export type Discounting = {
  readonly flows: readonly CashFlow[];
  readonly schedule: DiscountSchedule;
  readonly timing: Timing;
  /** How many decimal places the currency has. */
  readonly places: number;
};

/**
 * The net present value, line by line.
 *
 * Amounts are exact, factors are floats: a half year or a rate such as 3.5 % has no exact decimal. The sums are rounded once,
 * at the end; a line's present value is what the rounded sum grows by, so that the lines add up to the last of them, and
 * each may be off its own product by the last place.
 */
export const workingOf = ({ flows, schedule, timing, places }: Discounting): Working => {
  let [sum, costs, gains] = [0, 0, 0];
  let before = roundedText(0, places);
  const lines = flows.map((flow, index) => {
    const t = index + yearsUntil[timing];
    const factor = discountFactor(schedule, t);
    const net = netOf(flow);
    sum += Number(net) * factor;
    costs += Number(flow.cost) * factor;
    gains += Number(gainOf(flow)) * factor;
    const cumulative = roundedText(sum, places);
    const presentValue = differenceOf(cumulative, before);
    before = cumulative;
    return { ...flow, net, t, factor, presentValue, cumulative };
  });
  return { timing, lines, npv: before, costs: roundedText(costs, places), gains: roundedText(gains, places) };
};
