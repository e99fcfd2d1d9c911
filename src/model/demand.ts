import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { ChannelKey } from './channel.ts';
import { datedInOrder } from './dated.ts';
import { Instant } from './day.ts';
import { InitiativeKey } from './initiative.ts';
import { ItemRef } from './item-ref.ts';
import { Key } from './key.ts';
import { StakeholderGroupKey } from './stakeholder-group.ts';

export const DemandKey = Key.brand<'demand'>();
export type DemandKey = z.infer<typeof DemandKey>;

const answer = z.check<{ readonly acceptedAt?: string | undefined; readonly declinedAt?: string | undefined }>(
  ({ value: { acceptedAt, declinedAt }, issues }) => {
    if (acceptedAt === undefined || declinedAt === undefined) return;
    const message = 'no time of declining beside one of accepting';
    issues.push({ code: 'custom', input: declinedAt, path: ['declinedAt'], message });
  },
);

/**
 * Something the business asked IT for, on which way, and what became of it.
 *
 * A demand may be deferred first and accepted or declined later. Without any of the three it is still open.
 */
export const Demand = z
  .strictObject({
    key: DemandKey,
    ...about,
    askedBy: StakeholderGroupKey,
    channel: ChannelKey.optional(),
    askedAt: Instant,
    shapedAt: Instant.optional(),
    success: z.strictObject({ words: z.string().min(1), measure: z.string().optional() }).optional(),
    deferredAt: Instant.optional(),
    acceptedAt: Instant.optional(),
    declinedAt: Instant.optional(),
    becomes: z.strictObject({ initiative: InitiativeKey.optional(), items: z.array(ItemRef).default([]) }).optional(),
  })
  .overwrite(namedByKey)
  .check(datedInOrder('askedAt', 'shapedAt'))
  .check(datedInOrder('askedAt', 'deferredAt', 'acceptedAt'))
  .check(datedInOrder('askedAt', 'deferredAt', 'declinedAt'))
  .check(answer);
export type Demand = z.infer<typeof Demand>;
