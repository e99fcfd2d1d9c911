import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';

/**
 * Three values of a rule's measure: as designed, the worst that is tolerable, and twice as bad as that.
 *
 * They rise where high is bad and fall where low is bad; the order says which.
 */
export const Breakpoints = z
  .tuple([z.number(), z.number(), z.number()], { error: 'three numbers: as designed, worst tolerable, twice as bad' })
  .refine(([a, b, c]) => (a < b && b < c) || (a > b && b > c), {
    error: 'three numbers that rise or fall throughout: as designed, worst tolerable, twice as bad',
  });
export type Breakpoints = z.infer<typeof Breakpoints>;

/** What a workspace says differently about one rule of the product; its key is the rule's id. */
export const RuleSetting = z
  .strictObject({
    key: Key,
    ...about,
    enabled: z.boolean().optional(),
    weight: z.number().nonnegative().optional(),
    breakpoints: Breakpoints.optional(),
  })
  .overwrite(namedByKey);
export type RuleSetting = z.infer<typeof RuleSetting>;
