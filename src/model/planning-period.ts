import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { Money } from './money.ts';
import { endsAfterStart } from './period.ts';

export const PlanningPeriodKey = Key.brand<'planning-period'>();
export type PlanningPeriodKey = z.infer<typeof PlanningPeriodKey>;

/** A stretch of time that is planned at once, up to but not including `to`. */
export const PlanningPeriod = z
  .strictObject({
    key: PlanningPeriodKey,
    ...about,
    kind: z.enum(['month', 'quarter', 'half', 'year']),
    from: Day,
    to: Day,
  })
  .overwrite(namedByKey)
  .check(endsAfterStart);
export type PlanningPeriod = z.infer<typeof PlanningPeriod>;

/** Those that hold no other one: of a year and its quarters, the quarters. Of several with the same days the first stands. */
export const innermost = (periods: readonly PlanningPeriod[]): PlanningPeriod[] =>
  periods.filter(
    (period, index) =>
      !periods.some((other, place) => holds(period, other) && (!holds(other, period) || place < index)),
  );

const holds = (outer: PlanningPeriod, inner: PlanningPeriod): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** An amount for one planning period. */
export const PeriodAmount = z.strictObject({ period: PlanningPeriodKey, amount: Money });
export type PeriodAmount = z.infer<typeof PeriodAmount>;
