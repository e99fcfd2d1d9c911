import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { Key } from './key.ts';
import { Opens } from './opens.ts';

export const DisputeKey = Key.brand<'dispute'>();
export type DisputeKey = z.infer<typeof DisputeKey>;

/**
 * Somebody holds a figure to be wrong, and says why. Until it is answered the figure is shown as disputed.
 *
 * `figure` is what has to be asked for to open it: the id of a figure, rule, sign, score or source, and `where` the cases that are
 * looked at. Its answer upholds the dispute, which leaves the figure to be mended, or says why the figure stands.
 */
export const Dispute = z
  .strictObject({
    key: DisputeKey,
    ...about,
    figure: z.string().min(1, 'the id of a figure, rule, sign, score or source'),
    where: Opens.unwrap().shape.where,
    raised: Day,
    because: z.string().trim().min(1, 'what is wrong with the figure, in words'),
    status: z.enum(['open', 'upheld', 'figure-stands']).default('open'),
    answer: z.string().optional(),
  })
  .overwrite(namedByKey)
  .check(({ value: { status, answer }, issues }) => {
    if (status === 'open' || answer !== undefined) return;
    issues.push({
      code: 'custom',
      input: answer,
      path: ['answer'],
      message: 'the answer, where the dispute is no longer open',
    });
  });
export type Dispute = z.infer<typeof Dispute>;

/** The disputes of what is opened. */
export const disputesOf = (disputes: readonly Dispute[], { id, where }: Opens): Dispute[] =>
  disputes.filter(
    (dispute) => dispute.figure === id && dispute.where?.scope === where?.scope && dispute.where?.key === where?.key,
  );
