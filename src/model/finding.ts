import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Day } from './day.ts';
import { DecisionTypeKey } from './decision-type.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';
import { Currency, compareDecimals, Decimal } from './money.ts';
import { endsAfterStart } from './period.ts';
import { RoleKey } from './role.ts';
import { TeamKey } from './team.ts';

export const FindingKey = Key.brand<'finding'>();
export type FindingKey = z.infer<typeof FindingKey>;

/** What is done about a finding, by whom until when, and what it brought. Effects are in the unit of the rule. */
export const Action = z.strictObject({
  what: z.string().min(1, 'what is done, in words'),
  owner: RoleKey,
  due: Day,
  expectedEffect: z.number().optional(),
  measuredEffect: z.number().optional(),
});
export type Action = z.infer<typeof Action>;

const cost = z
  .strictObject({ currency: Currency, low: Decimal, base: Decimal, high: Decimal })
  .check(({ value: { low, base, high }, issues }) => {
    const message = 'low, base and high in this order';
    if (compareDecimals(low, base) > 0) issues.push({ code: 'custom', input: base, path: ['base'], message });
    if (compareDecimals(base, high) > 0) issues.push({ code: 'custom', input: high, path: ['high'], message });
  });

/**
 * Something found wrong by a rule, in one part of the organisation and one period.
 *
 * A value that could not be told is left out, and is not nought. `evidence` is the question that lists the rows behind it.
 * A cost is per year.
 */
export const Finding = z
  .strictObject({
    key: FindingKey,
    ...about,
    rule: z.string().min(1, 'the id of a rule'),
    scope: z
      .strictObject({
        team: TeamKey.optional(),
        capability: CapabilityKey.optional(),
        initiative: InitiativeKey.optional(),
        decisionType: DecisionTypeKey.optional(),
        itemType: z.string().optional(),
      })
      .default({}),
    period: z.strictObject({ from: Day, to: Day }).check(endsAfterStart),
    measured: z.number().optional(),
    expected: z.number().optional(),
    interval: z.strictObject({ lower: z.number(), upper: z.number() }).optional(),
    n: z.int().nonnegative(),
    severity: z.number().min(0).max(100).optional(),
    confidence: z.number().min(0).max(1).optional(),
    cost: cost.optional(),
    evidence: z.string().optional(),
    status: z.enum(['open', 'accepted', 'disputed', 'resolved']).default('open'),
    action: Action.optional(),
  })
  .overwrite(namedByKey);
export type Finding = z.infer<typeof Finding>;
