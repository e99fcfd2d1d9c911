import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { endsAfterStart, period } from './period.ts';

export const AlignmentCycleKey = Key.brand<'alignment-cycle'>();
export type AlignmentCycleKey = z.infer<typeof AlignmentCycleKey>;

/**
 * The seven steps by which alignment is reached, in their order: strategy into capabilities, what they imply in the five
 * dimensions, a coherent redesign, funding, flow, measures of value upfront, and what keeps it all going.
 */
export const AlignmentStep = z.enum([
  'capabilities',
  'implications',
  'redesign',
  'funding',
  'flow',
  'value',
  'continuity',
]);
export type AlignmentStep = z.infer<typeof AlignmentStep>;

/** One pass through the seven steps. A step that is not named has not begun. */
export const AlignmentCycle = z
  .strictObject({
    key: AlignmentCycleKey,
    ...about,
    ...period,
    steps: z
      .array(
        z.strictObject({
          step: AlignmentStep,
          state: z.enum(['open', 'under-way', 'done', 'skipped']),
          on: Day.optional(),
          note: about.note,
        }),
      )
      .check(({ value, issues }) => {
        value.forEach(({ step }, n) => {
          if (value.findIndex((other) => other.step === step) === n) return;
          issues.push({ code: 'custom', input: step, path: [n, 'step'], message: 'every step once' });
        });
      })
      .default([]),
  })
  .overwrite(namedByKey)
  .check(endsAfterStart);
export type AlignmentCycle = z.infer<typeof AlignmentCycle>;
