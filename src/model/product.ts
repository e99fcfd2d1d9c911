import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Key } from './key.ts';
import { endsAfterStart, period } from './period.ts';
import { ServiceKey } from './service.ts';
import { TeamKey } from './team.ts';

export const ProductKey = Key.brand<'product'>();
export type ProductKey = z.infer<typeof ProductKey>;

/** A named thing that a team offers over time, made of services and capabilities. */
export const Product = z
  .strictObject({
    key: ProductKey,
    ...about,
    team: TeamKey,
    services: z.array(ServiceKey).default([]),
    capabilities: z.array(CapabilityKey).default([]),
    ...period,
  })
  .overwrite(namedByKey)
  .check(endsAfterStart);
export type Product = z.infer<typeof Product>;
