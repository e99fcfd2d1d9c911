import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { GoalKey } from './goal.ts';
import { keyedBy, partsKey } from './keyed-by.ts';

const fields = z.strictObject({
  key: partsKey,
  ...about,
  goal: GoalKey,
  capability: CapabilityKey,
  importance: z.int().min(0).max(3),
});

/** How much a goal depends on a capability: 0 not at all, 1 somewhat, 2 strongly, 3 it cannot be reached without. */
export const GoalCapability = fields
  .overwrite(keyedBy<z.infer<typeof fields>>(({ goal, capability }) => [goal, capability]))
  .overwrite(namedByKey);
export type GoalCapability = z.infer<typeof GoalCapability>;
