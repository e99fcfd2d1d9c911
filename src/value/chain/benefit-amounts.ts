import type { Day } from '#model/day.ts';
import { negated } from '#model/decimal.ts';
import type { DesignModel } from '#model/design-model.ts';
import { approvedPlan } from '../benefit/cells.ts';
import type { DatedAmount } from './amounts.ts';
import type { Chain, ChainNode } from './chain.ts';
import type { Days } from './funding.ts';

type Asked = {
  readonly of: 'realised' | 'planned';
  readonly days: Days;
  /** A plan counts once it is approved, by this day. */
  readonly today: Day;
  /** Only what this benefit has itself. */
  readonly own?: ChainNode | undefined;
};

/**
 * What the business has of it, as far as it was realised or planned in periods that lie between the days: what effects are
 * traced back from. A disbenefit counts against it, and a plan that nobody approved is none.
 *
 * All in all only end benefits count: what supporting ones have is in those that they feed.
 */
export const benefitAmounts = (
  chain: Chain,
  { benefits, planningPeriods }: Pick<DesignModel, 'benefits' | 'planningPeriods'>,
  { of, days, today, own }: Asked,
): DatedAmount[] => {
  const periods = new Map<string, Days>(planningPeriods.map((period) => [period.key, period]));
  return benefits.flatMap((benefit): DatedAmount[] => {
    const node = chain.find('benefit', benefit.key);
    if (own ? node !== own : benefit.as !== 'end') return [];
    const values = of === 'realised' ? benefit.realised : (approvedPlan(benefit, today) ?? []);
    return values.flatMap(({ period: key, value }) => {
      const period = periods.get(key);
      if (!period || period.from < days.from || period.to > days.to) return [];
      const amount = benefit.disbenefit ? negated(value) : value;
      return [{ node, on: period.from, amount, unit: benefit.currency ?? benefit.unit ?? '' }];
    });
  });
};
