import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';
import { WayOfDelivery } from './kinds.ts';
import { TeamKey } from './team.ts';

export const DeliveryModelKey = Key.brand<'delivery-model'>();
export type DeliveryModelKey = z.infer<typeof DeliveryModelKey>;

const deliverers = ['team', 'capability', 'initiative'] as const;

const fields = z.strictObject({
  key: DeliveryModelKey,
  ...about,
  team: TeamKey.optional(),
  capability: CapabilityKey.optional(),
  initiative: InitiativeKey.optional(),
  model: WayOfDelivery,
  reason: z.string().min(1, 'the reason why this model fits'),
});

/** How a team, a capability or an initiative carries out its work, and why so. */
export const DeliveryModel = fields
  .check(exactlyOne<z.infer<typeof fields>>(...deliverers))
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...deliverers));
export type DeliveryModel = z.infer<typeof DeliveryModel>;
