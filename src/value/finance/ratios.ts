import type { Decimal } from '#model/money.ts';
import { type CashFlow, gainOf, totalsOf } from './cash-flow.ts';
import { type Told, told, untold } from './figure.ts';
import type { Working } from './working.ts';

/** (Benefits − disbenefits − costs) ÷ costs, undiscounted. */
export const returnOnInvestment = (flows: readonly CashFlow[]): Told<number> => {
  const totals = totalsOf(flows);
  return over(totals.cost, (cost) => (Number(gainOf(totals)) - cost) / cost);
};

/** Present value of benefits less disbenefits ÷ present value of costs. */
export const benefitCostRatio = ({ gains, costs }: Working): Told<number> =>
  over(costs, (cost) => Number(gains) / cost);

const over = (cost: Decimal, ratio: (cost: number) => number): Told<number> =>
  Number(cost) > 0 ? told(ratio(Number(cost))) : untold('it costs nothing, as far as is known');
