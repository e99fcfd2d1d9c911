import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { endsAfterStart, period } from './period.ts';

export const PolicyKey = Key.brand<'policy'>();
export type PolicyKey = z.infer<typeof PolicyKey>;

/** A rule laid down, what it covers in words, and the exceptions granted from it. */
export const Policy = z
  .strictObject({
    key: PolicyKey,
    ...about,
    appliesTo: z.string().min(1, 'what the policy applies to'),
    ...period,
    exceptions: z
      .array(z.strictObject({ what: z.string().min(1), grantedBy: z.string().optional(), on: Day.optional() }))
      .default([]),
  })
  .overwrite(namedByKey)
  .check(endsAfterStart);
export type Policy = z.infer<typeof Policy>;
