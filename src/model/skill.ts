import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Key } from './key.ts';
import { PeriodAmount } from './planning-period.ts';

export const SkillKey = Key.brand<'skill'>();
export type SkillKey = z.infer<typeof SkillKey>;

/** What people must know, how much of it is needed and there. `holders` counts them; who they are is not recorded. */
export const Skill = z
  .strictObject({
    key: SkillKey,
    ...about,
    critical: z.boolean().default(false),
    capabilities: z.array(CapabilityKey).default([]),
    demandFte: z.number().nonnegative().optional(),
    supplyFte: z.number().nonnegative().optional(),
    holders: z.int().nonnegative().optional(),
    developmentSpend: z.array(PeriodAmount).default([]),
  })
  .overwrite(namedByKey);
export type Skill = z.infer<typeof Skill>;
