import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { AlignmentCycleKey } from './alignment-cycle.ts';
import { Day } from './day.ts';
import { DecisionKey } from './decision.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { FindingKey } from './finding.ts';
import { ForumKey } from './forum.ts';
import { Key } from './key.ts';

export const ReviewKey = Key.brand<'review'>();
export type ReviewKey = z.infer<typeof ReviewKey>;

const subjects = ['finding', 'decision'] as const;

const fields = z.strictObject({ finding: FindingKey.optional(), decision: DecisionKey.optional() });

/** What is on the agenda: a finding, or a decision that is due. */
export const ReviewSubject = fields
  .check(exactlyOne<z.infer<typeof fields>>(...subjects))
  .meta(exactlyOneOf(...subjects));
export type ReviewSubject = z.infer<typeof ReviewSubject>;

/** A look at how things stand, by a forum on a day; `decisions` are those taken there. */
export const Review = z
  .strictObject({
    key: ReviewKey,
    ...about,
    cycle: AlignmentCycleKey.optional(),
    on: Day,
    forum: ForumKey,
    agenda: z.array(ReviewSubject).default([]),
    decisions: z.array(DecisionKey).default([]),
  })
  .overwrite(namedByKey);
export type Review = z.infer<typeof Review>;
