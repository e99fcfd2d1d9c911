import type { DiscountSchedule } from '#model/discount.ts';
import type { Decimal } from '#model/money.ts';
import type { Grade } from '#model/reading.ts';
import { netOf, totalsOf } from './cash-flow.ts';
import { type Told, told, untold } from './figure.ts';
import type { FlowsOf } from './flows-of.ts';
import { type Payback, paybackOf } from './payback.ts';
import { internalRateOfReturn, modifiedRateOfReturn } from './rate-of-return.ts';
import { benefitCostRatio, returnOnInvestment } from './ratios.ts';
import { type Timing, timings, type Working, workingOf } from './working.ts';

/** What is found of one timing. */
export type Discounted = {
  readonly timing: Timing;
  readonly npv: Told<Decimal>;
  readonly benefitCostRatio: Told<number>;
  /** In years after the money of the first year comes. */
  readonly payback: Told<Payback>;
  /** Where there is anything to discount and a rate to do it by. */
  readonly working: Working | undefined;
};

/** Every figure of the money of several years, or why there is none. */
export type Appraisal = {
  readonly totals: {
    readonly cost: Told<Decimal>;
    readonly benefit: Told<Decimal>;
    readonly disbenefit: Told<Decimal>;
  };
  readonly returnOnInvestment: Told<number>;
  readonly internalRateOfReturn: Told<number>;
  readonly modifiedRateOfReturn: Told<number>;
  readonly payback: Told<Payback>;
  readonly discounted: readonly Discounted[];
  readonly n: number;
  /** None where nothing came. */
  readonly grade: Grade | undefined;
};

/** Why nothing is discounted where no rate is stated: one that nobody chose would be an invention. */
const noRate = 'no discount rate is stated';

/**
 * Appraises what costs and brings in, year by year.
 *
 * What nothing is known of is not nought: without any cost, or without any benefit, no figure that needs both is told.
 */
export const appraise = (found: Found, schedule: DiscountSchedule | undefined, places: number): Appraisal => {
  const { flows, hasCost, hasGain } = found;
  const { noCost, noGain, lacks } = reasonsIn(found);
  const whenKnown = <T>(figure: () => Told<T>): Told<T> => (lacks === undefined ? figure() : untold(lacks));
  const whenDiscounted = <T>(figure: (by: DiscountSchedule) => Told<T>): Told<T> =>
    whenKnown(() => (schedule ? figure(schedule) : untold(noRate)));
  const totals = totalsOf(flows);
  return {
    totals: {
      cost: hasCost ? told(totals.cost) : untold(noCost),
      benefit: hasGain ? told(totals.benefit) : untold(noGain),
      disbenefit: hasGain ? told(totals.disbenefit) : untold(noGain),
    },
    returnOnInvestment: whenKnown(() => returnOnInvestment(flows)),
    internalRateOfReturn: whenKnown(() => internalRateOfReturn(flows)),
    modifiedRateOfReturn: whenDiscounted((by) => modifiedRateOfReturn(flows, by)),
    payback: whenKnown(() => paybackOf(flows.map((flow) => ({ year: flow.year, amount: netOf(flow) })))),
    discounted: timings.map((timing) => {
      const working = schedule && lacks === undefined ? workingOf({ flows, schedule, timing, places }) : undefined;
      const of = <T>(figure: (working: Working) => Told<T>): Told<T> =>
        working ? figure(working) : untold(lacks ?? noRate);
      return {
        timing,
        npv: of(({ npv }) => told(npv)),
        benefitCostRatio: of(benefitCostRatio),
        payback: of(({ lines }) => paybackOf(lines.map(({ year, presentValue: amount }) => ({ year, amount })))),
        working,
      };
    }),
    n: found.n,
    grade: found.grade,
  };
};

/** What was found; `leftOut` has the kinds of the records that the chain ties to it and that are not counted. */
type Found = FlowsOf & { readonly leftOut?: readonly { readonly kind: 'investment' | 'benefit' }[] };

/** Why there is no cost, and why no gain: what is there and cannot be counted is not told as nothing. */
const reasonsIn = ({ hasCost, hasGain, leftOut = [] }: Found) => {
  const isLeftOut = (kind: 'investment' | 'benefit') => leftOut.some((each) => each.kind === kind);
  const noCost = isLeftOut('investment')
    ? 'none of the money that leads to it can be counted (left out)'
    : 'no money is passed to it';
  const noGain = isLeftOut('benefit')
    ? 'none of the benefits that it leads to can be counted (left out)'
    : 'no benefit in money is contributed by it';
  const lacks = [...(hasCost ? [] : [noCost]), ...(hasGain ? [] : [noGain])].join(', and ');
  return { noCost, noGain, lacks: lacks === '' ? undefined : lacks };
};
