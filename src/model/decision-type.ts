import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';

export const DecisionTypeKey = Key.brand<'decision-type'>();
export type DecisionTypeKey = z.infer<typeof DecisionTypeKey>;

/** A matter that has to be decided again and again. */
export const DecisionType = z
  .strictObject({
    key: DecisionTypeKey,
    ...about,
    decides: z.enum([
      'prioritise',
      'fund',
      'approve-change',
      'choose-architecture',
      'accept-risk',
      'settle-conflict',
      'grant-access',
      'other',
    ]),
    /** Whether such matters cannot wait for the usual way, as an emergency change: that they go up is no fault of it. */
    emergency: z.boolean().optional(),
  })
  .overwrite(namedByKey);
export type DecisionType = z.infer<typeof DecisionType>;
