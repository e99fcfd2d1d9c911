import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { EffectKind } from './kinds.ts';
import { DatedValue, Measurements } from './measurement.ts';
import { endsAfterStart, period } from './period.ts';

export const OutcomeKey = Key.brand<'outcome'>();
export type OutcomeKey = z.infer<typeof OutcomeKey>;

/**
 * Something else that may have brought about the change, and what came of looking into it.
 *
 * Left open, it weakens every claim; ruled out or found to play its part, it has a reason.
 */
export const Rival = z
  .strictObject({
    what: z.string().trim().min(1, 'what else may have brought it about'),
    ...period,
    standing: z.enum(['open', 'ruled-out', 'plays-a-part']).default('open'),
    because: z.string().optional(),
  })
  .check(endsAfterStart)
  .check(({ value: { standing, because }, issues }) => {
    if (standing === 'open' || because !== undefined) return;
    issues.push({ code: 'custom', input: because, path: ['because'], message: 'why, where it is no longer open' });
  });
export type Rival = z.infer<typeof Rival>;

/**
 * A change in the business that work is meant to bring about.
 *
 * `direction` is the better one. `control` is the same measure where the change was not made, for comparison; `rivals`
 * are what else may explain the change.
 */
export const Outcome = z
  .strictObject({
    key: OutcomeKey,
    ...about,
    kind: EffectKind.optional(),
    unit: z.string().min(1).optional(),
    direction: z.enum(['up', 'down']).optional(),
    baseline: DatedValue.optional(),
    target: DatedValue.optional(),
    measurements: Measurements.default([]),
    control: Measurements.default([]),
    rivals: z.array(Rival).default([]),
  })
  .overwrite(namedByKey);
export type Outcome = z.infer<typeof Outcome>;
