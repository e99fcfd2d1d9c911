import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';
import { OutcomeKey } from './outcome.ts';
import { endsAfterStart, period } from './period.ts';
import { ServiceKey } from './service.ts';
import { TeamKey } from './team.ts';

export const OwnershipKey = Key.brand<'ownership'>();
export type OwnershipKey = z.infer<typeof OwnershipKey>;

const ownable = ['capability', 'service', 'outcome', 'initiative'] as const;

const notYet = '' as OwnershipKey;

const fields = z.strictObject({
  key: OwnershipKey.optional().transform((key) => key ?? notYet),
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
export const ownedBy = (ownership: Fields): { readonly kind: (typeof ownable)[number]; readonly key: string } => {
  for (const kind of ownable) {
    const key = ownership[kind];
    if (key !== undefined) return { kind, key };
  }
  throw new Error(`the ownership ${ownership.key} owns nothing`);
};

const keyedByParts = (ownership: Fields): Fields => {
  if (ownership.key !== notYet) return ownership;
  const { kind, key } = ownedBy(ownership);
  const parts = [ownership.team, ownership.as, kind, key, ownership.from].filter((part) => part !== undefined);
  const derived = parts.join('.') as OwnershipKey;
  return { ...ownership, key: derived };
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
  .overwrite(keyedByParts)
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...ownable));
export type Ownership = z.infer<typeof Ownership>;
