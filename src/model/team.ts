import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { LevelKey } from './level.ts';
import { Money } from './money.ts';

export const TeamKey = Key.brand<'team'>();
export type TeamKey = z.infer<typeof TeamKey>;

/**
 * The smallest unit that is ever shown.
 *
 * `level` is where the decisions that the team makes by itself belong. It is dissolved from the stated day on.
 */
export const Team = z
  .strictObject({
    key: TeamKey,
    ...about,
    parent: TeamKey.optional(),
    organisedBy: z.enum(['capability', 'outcome', 'product', 'technology', 'function', 'project']).optional(),
    topology: z.enum(['stream-aligned', 'platform', 'enabling', 'complicated-subsystem', 'function']).optional(),
    level: LevelKey.optional(),
    sizeFte: z.number().nonnegative().optional(),
    costPerFteYear: Money.optional(),
    formedOn: Day.optional(),
    dissolvedOn: Day.optional(),
  })
  .overwrite(namedByKey);
export type Team = z.infer<typeof Team>;
