import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { datedInOrder } from './dated.ts';
import { Day } from './day.ts';
import { InitiativeKey } from './initiative.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { Money } from './money.ts';

/**
 * When an initiative was to begin and to end, what all of it was to cost and what the business was to have of it in money,
 * as planned on the day of the snapshot.
 */
export const PlannedInitiative = z
  .strictObject({
    initiative: InitiativeKey,
    plannedStart: Day.optional(),
    plannedEnd: Day.optional(),
    plannedCost: Money.optional(),
    plannedBenefit: Money.optional(),
  })
  .check(datedInOrder('plannedStart', 'plannedEnd'));
export type PlannedInitiative = z.infer<typeof PlannedInitiative>;

const fields = z.strictObject({
  key: partsKey,
  ...about,
  on: Day,
  initiatives: z.array(PlannedInitiative).min(1, 'at least one initiative'),
});

/** The plan as it stood on a day. Two of them show what was moved; without a key it goes by its day. */
export const PlanSnapshot = fields.overwrite(keyedBy<z.infer<typeof fields>>(({ on }) => [on])).overwrite(namedByKey);
export type PlanSnapshot = z.infer<typeof PlanSnapshot>;
