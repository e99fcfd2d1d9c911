import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';
import { EffectKind } from './kinds.ts';
import { DatedValue, Measurements } from './measurement.ts';

export const OutcomeKey = Key.brand<'outcome'>();
export type OutcomeKey = z.infer<typeof OutcomeKey>;

/**
 * A change in the business that work is meant to bring about.
 *
 * `direction` is the better one. `control` is the same measure where the change was not made, for comparison.
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
  })
  .overwrite(namedByKey);
export type Outcome = z.infer<typeof Outcome>;
