import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { datedInOrder } from './dated.ts';
import { Instant } from './day.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { ItemRef } from './item-ref.ts';
import { Key } from './key.ts';
import { TeamKey } from './team.ts';

export const DependencyKey = Key.brand<'dependency'>();
export type DependencyKey = z.infer<typeof DependencyKey>;

const ends = ['initiative', 'team', 'work'] as const;

const fields = z.strictObject({
  initiative: InitiativeKey.optional(),
  team: TeamKey.optional(),
  work: ItemRef.optional(),
});

/** One end of a dependency: an initiative, a team, or `work`, a single item of the evidence. */
export const DependencyEnd = fields.check(exactlyOne<z.infer<typeof fields>>(...ends)).meta(exactlyOneOf(...ends));
export type DependencyEnd = z.infer<typeof DependencyEnd>;

/** One piece of work holds up another (`blocks`) or relies on it (`needs`), until it is resolved. */
export const Dependency = z
  .strictObject({
    key: DependencyKey,
    ...about,
    from: DependencyEnd,
    to: DependencyEnd,
    kind: z.enum(['blocks', 'needs']),
    raisedAt: Instant,
    resolvedAt: Instant.optional(),
  })
  .overwrite(namedByKey)
  .check(datedInOrder('raisedAt', 'resolvedAt'));
export type Dependency = z.infer<typeof Dependency>;
