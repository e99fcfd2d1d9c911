import type { Benefit, PeriodValue } from '#model/benefit.ts';
import type { Convert } from '#model/conversion.ts';
import type { RateUse } from '#model/exchange-rate.ts';
import { type Periods, periodCalled } from './spans.ts';

/**
 * A benefit in money as if all of it were stated in another currency: plan and forecasts at budget rates, what was realised
 * at average ones, each by the first day of its period. Nothing where a rate is missing, or where it is not in money.
 */
export const inCurrency = (
  benefit: Benefit,
  currency: string,
  periods: Periods,
  convert: Convert,
): Benefit | undefined => {
  const from = benefit.currency;
  if (from === undefined) return undefined;
  if (from === currency) return benefit;
  let isWhole = true;
  const turned = <V extends PeriodValue>(values: readonly V[], use: RateUse): V[] =>
    values.map((value) => {
      const { converted } = convert(
        { amount: value.value, currency: from },
        periodCalled(value.period, periods).from,
        use,
      );
      isWhole &&= converted !== undefined;
      return { ...value, value: converted?.amount ?? value.value };
    });
  const { plan } = benefit;
  const all = {
    ...benefit,
    currency,
    plan: plan && { ...plan, profile: turned(plan.profile, 'budget') },
    forecasts: benefit.forecasts.map((forecast) => ({ ...forecast, profile: turned(forecast.profile, 'budget') })),
    realised: turned(benefit.realised, 'average'),
  };
  return isWhole ? all : undefined;
};
