import { z } from 'zod';

/**
 * What a model cannot tell: of which kind its capabilities are, which actors are teams, and how important a capability is to
 * a goal, by the type of the relationship or by the modifier of an influence (`{Realization: 3, '++': 3, '+': 2}`).
 */
export const ArchimateMapping = z.strictObject({
  capabilities: z.enum(['business', 'it']).default('business'),
  teams: z
    .union([z.literal('all'), z.array(z.string().min(1))], 'all, or a list of names or identifiers of business actors')
    .default([]),
  importance: z.record(z.string(), z.int().min(0).max(3), 'importance from 0 to 3 by type or modifier').default({}),
});
export type ArchimateMapping = z.infer<typeof ArchimateMapping>;
