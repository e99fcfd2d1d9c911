import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { exactlyOne, exactlyOneOf, theOne } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { OutcomeKey } from './outcome.ts';
import { endsAfterStart, period } from './period.ts';
import { ServiceKey } from './service.ts';
import { TeamKey } from './team.ts';

const ownable = ['capability', 'service', 'outcome', 'initiative'] as const;

const fields = z.strictObject({
  key: partsKey,
  ...about,
  team: TeamKey,
  capability: CapabilityKey.optional(),
  service: ServiceKey.optional(),
  outcome: OutcomeKey.optional(),
  initiative: InitiativeKey.optional(),
  as: z.enum(['accountable', 'contributing']),
  ...period,
});

type Fields = z.infer<typeof fields>;

/** What is owned: its kind and its key. */
export const ownedBy = (ownership: Fields) => theOne(ownership, ownable);

const partsOf = (ownership: Fields) => {
  const { kind, key } = ownedBy(ownership);
  return [ownership.team, ownership.as, kind, key, ownership.from];
};

/**
 * A team answers for something, or takes part in it, for a time.
 *
 * A record that gives itself no key is called after its parts (`payments.accountable.capability.onboarding.2026-01-01`),
 * so the same statement is the same record however often it is read.
 */
export const Ownership = fields
  .check(exactlyOne<Fields>(...ownable))
  .check(endsAfterStart)
  .overwrite(keyedBy<Fields>(partsOf))
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...ownable));
export type Ownership = z.infer<typeof Ownership>;
