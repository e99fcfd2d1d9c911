import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { RoleKey } from './role.ts';

export const StakeholderGroupKey = Key.brand<'stakeholder-group'>();
export type StakeholderGroupKey = z.infer<typeof StakeholderGroupKey>;

/** People of the business with a common interest in IT. `counterpart` is the role in IT that they turn to. */
export const StakeholderGroup = z
  .strictObject({
    key: StakeholderGroupKey,
    ...about,
    businessUnit: z.string().optional(),
    counterpart: RoleKey.optional(),
  })
  .overwrite(namedByKey);
export type StakeholderGroup = z.infer<typeof StakeholderGroup>;
