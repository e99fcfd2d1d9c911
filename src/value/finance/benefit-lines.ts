import type { Benefit } from '#model/benefit.ts';
import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { RateUse } from '#model/exchange-rate.ts';
import type { Basis, MoneyLine } from './money-line.ts';

type Benefiting = Pick<DesignModel, 'benefits' | 'planningPeriods'>;

/** A value of one planning period, and whether it was planned or forecast, or came in. */
type Valued = { readonly period: string; readonly value: string; readonly use: RateUse };

/**
 * What every end benefit in money brings, by a basis, as known on a day. Supporting benefits feed others and are never
 * added up; those in another unit than money are no line.
 *
 * The outlook of a period is what was realised in it, or else the latest forecast that speaks of it, or else the plan.
 * Nothing later than the day is known: neither forecasts nor what is realised in periods that begin after it.
 */
export const benefitLines = (model: Benefiting, basis: Basis, today: Day, convert: Convert): MoneyLine[] => {
  const begins = new Map<string, Day>(model.planningPeriods.map(({ key, from }) => [key, from]));
  return model.benefits.filter(isCounted).flatMap((benefit) =>
    valuesOf(benefit, basis, today, begins).map(({ period, value, use }) => {
      const on = begins.get(period) ?? today;
      return {
        kind: 'benefit' as const,
        key: benefit.key,
        side: benefit.disbenefit ? ('disbenefit' as const) : ('benefit' as const),
        on,
        conversion: convert({ amount: value, currency: benefit.currency ?? '' }, on, use),
        grade: 'D' as const,
      };
    }),
  );
};

/** Whether a benefit is one whose money is added up. */
export const isCounted = ({ as, currency }: Benefit): boolean => as === 'end' && currency !== undefined;

const valuesOf = (benefit: Benefit, basis: Basis, today: Day, begins: ReadonlyMap<string, Day>): Valued[] => {
  const planned = (benefit.plan?.profile ?? []).map((each) => ({ ...each, use: 'budget' as const }));
  if (basis === 'plan') return planned;
  const realised = benefit.realised
    .filter(({ period }) => (begins.get(period) ?? today) <= today)
    .map(({ period, value }) => ({ period, value, use: 'average' as const }));
  if (basis === 'actual') return realised;
  const forecast = benefit.forecasts
    .filter(({ madeOn }) => madeOn <= today)
    .flatMap(({ profile }) => profile.map((each) => ({ ...each, use: 'budget' as const })));
  // What is said later of a period takes the place of what was said before.
  return [...new Map([...planned, ...forecast, ...realised].map((each) => [each.period, each])).values()];
};
