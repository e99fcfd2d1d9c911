import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { endsAfterStart, period } from './period.ts';
import { PlanningPeriodKey } from './planning-period.ts';
import { RoleKey } from './role.ts';
import { Share } from './share.ts';

export const GoalKey = Key.brand<'goal'>();
export type GoalKey = z.infer<typeof GoalKey>;

/**
 * What the business wants to reach, and how much of the effort of a planning period it is worth.
 *
 * The weights of all goals are one whole in each period that weighs any.
 */
export const Goal = z
  .strictObject({
    key: GoalKey,
    ...about,
    statement: z.string().min(1, 'what shall be reached, in words'),
    theme: z.string().optional(),
    businessOwner: RoleKey.optional(),
    horizon: z.strictObject(period).check(endsAfterStart).optional(),
    weights: z.array(z.strictObject({ period: PlanningPeriodKey, weight: Share })).default([]),
  })
  .overwrite(namedByKey);
export type Goal = z.infer<typeof Goal>;
