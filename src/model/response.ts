import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { StakeholderGroupKey } from './stakeholder-group.ts';
import { SurveyKey } from './survey.ts';

const fields = z.strictObject({
  key: partsKey,
  ...about,
  survey: SurveyKey,
  token: Key,
  group: StakeholderGroupKey,
  on: Day.optional(),
  answers: z.record(Key, z.union([z.number(), z.string()])),
});

/**
 * The answers of one token, under the keys of the questions. A token is given out once and stands for nobody.
 *
 * A question that was passed over has no entry: it is not answered with nought.
 */
export const Response = fields
  .overwrite(keyedBy<z.infer<typeof fields>>(({ survey, token }) => [survey, token]))
  .overwrite(namedByKey);
export type Response = z.infer<typeof Response>;
