import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { DecisionKey } from './decision.ts';
import { exactlyOne, exactlyOneOf, theOne } from './exactly-one.ts';
import { GoalKey } from './goal.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';
import { PlanningPeriodKey } from './planning-period.ts';

export const PriorityListKey = Key.brand<'priority-list'>();
export type PriorityListKey = z.infer<typeof PriorityListKey>;

const rankable = ['initiative', 'goal'] as const;

const fields = z.strictObject({
  rank: z.int().positive(),
  initiative: InitiativeKey.optional(),
  goal: GoalKey.optional(),
  rationale: z.string().optional(),
});

/** A place on the list. `rationale` says why it is another than on the list before. */
export const Rank = fields.check(exactlyOne<z.infer<typeof fields>>(...rankable)).meta(exactlyOneOf(...rankable));
export type Rank = z.infer<typeof Rank>;

/** What is ranked: its kind and its key. */
export const rankedBy = (rank: Rank) => theOne(rank, rankable);

/**
 * The order of importance that was approved for a period.
 *
 * A draft is no list. A list that is approved anew is another record for the same period; the one approved last stands, and
 * from how they differ follows how stable priorities are.
 */
export const PriorityList = z
  .strictObject({
    key: PriorityListKey,
    ...about,
    period: PlanningPeriodKey,
    approvedOn: Day,
    decision: DecisionKey.optional(),
    ranking: z.array(Rank).min(1, 'at least one rank'),
  })
  .overwrite(namedByKey);
export type PriorityList = z.infer<typeof PriorityList>;
