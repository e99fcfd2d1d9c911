import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { maturity } from './maturity.ts';

export const CapabilityKey = Key.brand<'capability'>();
export type CapabilityKey = z.infer<typeof CapabilityKey>;

/** Something the organisation must be able to do, whoever does it. Capabilities form a tree. */
export const Capability = z
  .strictObject({
    key: CapabilityKey,
    ...about,
    kind: z.enum(['business', 'it']),
    parent: CapabilityKey.optional(),
    description: z.string().optional(),
    maturityTarget: z.strictObject({ ...maturity, by: Day.optional() }).optional(),
  })
  .overwrite(namedByKey);
export type Capability = z.infer<typeof Capability>;
