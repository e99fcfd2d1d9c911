import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { datedInOrder } from './dated.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { StakeholderGroupKey } from './stakeholder-group.ts';

export const SurveyKey = Key.brand<'survey'>();
export type SurveyKey = z.infer<typeof SurveyKey>;

/** How a question is answered: a whole number from one to five or from nought to ten, or in words. */
export const Scale = z.enum(['1-5', '0-10', 'text']);
export type Scale = z.infer<typeof Scale>;

/** One question, its key unique within the survey. Keep it from survey to survey, so that answers can be compared. */
export const Question = z.strictObject({
  key: Key,
  text: z.string().min(1, 'the question as it is asked'),
  scale: Scale,
});
export type Question = z.infer<typeof Question>;

/** What stakeholders are asked, which of them and when. `invited` is how many were. Both days count. */
export const Survey = z
  .strictObject({
    key: SurveyKey,
    ...about,
    questions: z.array(Question).min(1, 'at least one question'),
    audience: z
      .array(z.strictObject({ group: StakeholderGroupKey, invited: z.int().positive().optional() }))
      .min(1, 'at least one stakeholder group'),
    opensOn: Day,
    closesOn: Day.optional(),
  })
  .overwrite(namedByKey)
  .check(datedInOrder('opensOn', 'closesOn'));
export type Survey = z.infer<typeof Survey>;
