import { type DiscountSchedule, discountFactor } from '#model/discount.ts';
import { type CashFlow, netOf } from './cash-flow.ts';
import { type Told, told, untold } from './figure.ts';

/** How often the sign of the net changes from year to year; years of nought are passed over. */
export const signChanges = (flows: readonly CashFlow[]): number => {
  const signs = flows.map((flow) => Math.sign(Number(netOf(flow)))).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
};

/**
 * The internal rate of return: the yearly rate at which the net present value is nought. It is the same for all timings.
 *
 * With one change of sign there is one such rate above −100 % (Descartes' rule of signs for x = 1/(1+r)). With more there
 * may be several, and none of them is the return: then there is none here, and `modifiedRateOfReturn` tells more.
 */
export const internalRateOfReturn = (flows: readonly CashFlow[]): Told<number> => {
  const changes = signChanges(flows);
  if (changes === 0) return untold('the net of all years has one sign, so no rate makes it nought');
  if (changes > 1) return untold(`the sign of the net changes ${changes} times, so several rates may make it nought`);
  const nets = flows.map((flow) => Number(netOf(flow)));
  return told(1 / rootOf(nets) - 1);
};

/** The positive x at which Σ netₜ·xᵗ is nought, where the signs change once: by halving, to the last digit of a float. */
const rootOf = (nets: readonly number[]): number => {
  const first = Math.sign(nets.find((net) => net !== 0) ?? 0);
  const isBefore = (x: number): boolean => Math.sign(nets.reduceRight((sum, net) => sum * x + net, 0)) === first;
  let [low, high] = [0, 1];
  while (isBefore(high)) [low, high] = [high, high * 2];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * The modified internal rate of return: what is put in is discounted, what comes out is lent on to the last year, both at
 * the discount rates; the rate at which the one grows to the other. There is one whatever the signs.
 *
 * (Σ positive netₜ·factorₜ ÷ factorₙ ÷ Σ −negative netₜ·factorₜ)^(1/n) − 1, with the first year at t = 0 and the last at n.
 */
export const modifiedRateOfReturn = (flows: readonly CashFlow[], schedule: DiscountSchedule): Told<number> => {
  const last = flows.length - 1;
  let [out, back] = [0, 0];
  flows.forEach((flow, t) => {
    const net = Number(netOf(flow)) * discountFactor(schedule, t);
    if (net < 0) out -= net;
    else back += net;
  });
  if (last < 1) return untold('all of it lies in one year');
  if (out === 0) return untold('no year costs more than it brings');
  if (back === 0) return untold('no year brings more than it costs');
  return told((back / discountFactor(schedule, last) / out) ** (1 / last) - 1);
};
