import type { Benefit, PeriodValue } from '#model/benefit.ts';
import type { Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { minorPlaces } from '#model/money.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import { approvedPlan } from '../benefit/cells.ts';
import type { Basis, MoneyLine } from './money-line.ts';
import { lengthOf, type Stated, withoutOverlap } from './without-overlap.ts';

type Benefiting = Pick<DesignModel, 'benefits' | 'planningPeriods'>;

/**
 * What every end benefit in money brings, by a basis, as known on a day. Supporting benefits feed others and are never
 * added up; those in another unit than money are no line.
 *
 * The outlook of a day is what was realised in its period, or else the latest forecast that speaks of it, or else the plan;
 * where periods lie in each other, the longest stated by one hand counts, and no day counts twice. Nothing later than the
 * day is known: neither forecasts nor what is realised in periods that begin after it. What nobody approved by then is a
 * draft and no plan.
 */
export const benefitLines = (model: Benefiting, basis: Basis, today: Day, convert: Convert): MoneyLine[] => {
  const periods = new Map<string, PlanningPeriod>(model.planningPeriods.map((period) => [period.key, period]));
  return model.benefits.flatMap((benefit) => {
    const { key, currency, disbenefit } = benefit;
    if (!isCounted(benefit) || currency === undefined) return [];
    const stated = withoutOverlap(statedOf(benefit, basis, today, periods), minorPlaces(currency));
    return stated.map(({ from, to, value, isCome }) => ({
      kind: 'benefit' as const,
      key,
      side: disbenefit ? ('disbenefit' as const) : ('benefit' as const),
      on: from,
      to,
      isCome,
      conversion: convert({ amount: value, currency }, from, isCome ? 'average' : 'budget'),
      grade: 'D' as const,
    }));
  });
};

/** Whether a benefit is one whose money is added up. */
export const isCounted = ({ as, currency }: Benefit): boolean => as === 'end' && currency !== undefined;

type Said = Stated & { readonly isCome: boolean };

/** What was said of a benefit, what counts first before what it takes the place of. */
const statedOf = (benefit: Benefit, basis: Basis, today: Day, periods: ReadonlyMap<string, PlanningPeriod>): Said[] => {
  const listed = (values: readonly PeriodValue[], isCome: boolean): Said[] =>
    values
      .flatMap(({ period: key, value }) => {
        const period = periods.get(key);
        return period ? [{ days: lengthOf(period), said: { from: period.from, to: period.to, value, isCome } }] : [];
      })
      .sort((a, b) => b.days - a.days)
      .map(({ said }) => said);
  const planned = listed(approvedPlan(benefit, today) ?? [], false);
  if (basis === 'plan') return planned;
  const realised = listed(benefit.realised, true).filter(({ from }) => from <= today);
  if (basis === 'actual') return realised;
  const forecasts = benefit.forecasts.filter(({ madeOn }) => madeOn <= today).toReversed();
  return [...realised, ...forecasts.flatMap(({ profile }) => listed(profile, false)), ...planned];
};
