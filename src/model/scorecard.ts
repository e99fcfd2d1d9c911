import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { BenefitKey } from './benefit.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { Key } from './key.ts';
import { DatedValue } from './measurement.ts';
import { OutcomeKey } from './outcome.ts';
import { RoleKey } from './role.ts';

export const ScorecardKey = Key.brand<'scorecard'>();
export type ScorecardKey = z.infer<typeof ScorecardKey>;

const measured = ['metric', 'outcome', 'benefit', 'signal'] as const;

const fields = z.strictObject({
  key: Key,
  name: about.name,
  metric: z.string().min(1).optional(),
  outcome: OutcomeKey.optional(),
  benefit: BenefitKey.optional(),
  signal: z.int().min(0).max(4).optional(),
  owner: RoleKey.optional(),
  target: DatedValue.optional(),
  feeds: Key.optional(),
});

/**
 * One measure of a scorecard, its key unique there: a metric of the product by its id, an outcome, a benefit, or one of the
 * organisation's own, which states its `signal`: 0 benefit, 1 outcome, 2 decision or capability, 3 flow, quality or
 * efficiency, 4 activity. `feeds` is the measure of the same scorecard that it leads to.
 */
export const Measure = fields
  .check(exactlyOne<z.infer<typeof fields>>(...measured))
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...measured));
export type Measure = z.infer<typeof Measure>;

/** What an audience is told regularly, and how one figure leads to the next. */
export const Scorecard = z
  .strictObject({
    key: ScorecardKey,
    ...about,
    audience: z.string().min(1, 'for whom the scorecard is'),
    measures: z.array(Measure).default([]),
  })
  .overwrite(namedByKey);
export type Scorecard = z.infer<typeof Scorecard>;
