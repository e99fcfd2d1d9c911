import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { rising } from './dated.ts';
import { Day, Instant } from './day.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { Action } from './finding.ts';
import { Key } from './key.ts';
import { EffectKind } from './kinds.ts';
import { Currency, Decimal } from './money.ts';
import { PlanningPeriodKey } from './planning-period.ts';
import { RoleKey } from './role.ts';

export const BenefitKey = Key.brand<'benefit'>();
export type BenefitKey = z.infer<typeof BenefitKey>;

const units = ['currency', 'unit'] as const;

/** A value of one planning period, in the benefit's currency or unit. */
export const PeriodValue = z.strictObject({ period: PlanningPeriodKey, value: Decimal });
export type PeriodValue = z.infer<typeof PeriodValue>;

/** Why less came of it than was planned, as it was seen on a day, and what is done about it. */
const Shortfall = z.strictObject({
  notedOn: Day,
  cause: z.string().trim().min(1, 'the cause, in words'),
  action: Action,
});

const profile = z.array(PeriodValue).min(1, 'at least one period');

const fields = z.strictObject({
  key: BenefitKey,
  ...about,
  kind: EffectKind,
  as: z.enum(['supporting', 'end']).default('end'),
  currency: Currency.optional(),
  unit: z.string().min(1).optional(),
  cashReleasing: z.boolean().optional(),
  disbenefit: z.boolean().default(false),
  businessOwner: RoleKey.optional(),
  wholeLife: Decimal.optional(),
  plan: z.strictObject({ approvedOn: Day.optional(), profile }).optional(),
  forecasts: z
    .array(z.strictObject({ madeOn: Day, profile }))
    .check(rising('madeOn'))
    .default([]),
  realised: z
    .array(PeriodValue.extend({ confirmedBy: RoleKey.optional(), confirmedAt: Instant.optional() }))
    .default([]),
  shortfalls: z.array(Shortfall).check(rising('notedOn')).default([]),
  measurementEndsOn: Day.optional(),
});

/**
 * What the business has of it, in money or in another unit.
 *
 * Values are decimal text in either case. A disbenefit is stated as what is lost. A plan is frozen from the day it is
 * approved; what is thought later is a forecast, and each of them is kept. Measuring may go on past the end of the work.
 * `wholeLife` is all that is planned of it, where nobody says how it spreads over periods.
 * A shortfall has a cause and an action, whose effects are in the benefit's currency or unit. A benefit `as` supporting feeds others; only end benefits are added up.
 */
export const Benefit = fields
  .check(exactlyOne<z.infer<typeof fields>>(...units))
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...units));
export type Benefit = z.infer<typeof Benefit>;
