import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Day } from './day.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';
import { endsAfterStart, period } from './period.ts';
import { RoleKey } from './role.ts';
import { Share } from './share.ts';

export const DuplicationKey = Key.brand<'duplication'>();
export type DuplicationKey = z.infer<typeof DuplicationKey>;

/**
 * That several initiatives do the same for one capability, and how much of it is the same, as somebody judged it.
 *
 * One that nobody confirmed is a suspicion, of which no money is told. Building what others then use is no duplication.
 * `overlap` is the share of the smaller ones that would not be needed beside the largest.
 */
export const Duplication = z
  .strictObject({
    key: DuplicationKey,
    ...about,
    capability: CapabilityKey,
    initiatives: z.array(InitiativeKey).min(2, 'at least two initiatives, which do the same'),
    overlap: Share,
    because: z.string().trim().min(1, 'what of it is the same'),
    confirmed: z.strictObject({ by: RoleKey, on: Day }).optional(),
    ...period,
  })
  .check(endsAfterStart)
  .check(({ value: { initiatives }, issues }) => {
    for (const [place, each] of initiatives.entries())
      if (initiatives.indexOf(each) < place)
        issues.push({ code: 'custom', input: each, path: ['initiatives', place], message: 'each initiative once' });
  })
  .overwrite(namedByKey);
export type Duplication = z.infer<typeof Duplication>;
