import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { parseIsoDate } from './calendar/civil.ts';
import type { Day } from './day.ts';
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

/**
 * The value that an outcome should have on a day: the target from its day on, and before it the straight line from the
 * baseline to it. Undefined where the record tells no such line for that day.
 */
export const dueOn = ({ baseline, target }: Pick<Outcome, 'baseline' | 'target'>, day: Day): number | undefined => {
  if (target === undefined) return undefined;
  if (day >= target.on) return target.value;
  if (baseline === undefined || day < baseline.on) return undefined;
  const [begin, end] = [parseIsoDate(baseline.on), parseIsoDate(target.on)];
  return baseline.value + ((target.value - baseline.value) * (parseIsoDate(day) - begin)) / (end - begin);
};
