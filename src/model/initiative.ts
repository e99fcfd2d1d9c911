import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { datedInOrder, rising } from './dated.ts';
import { Day, Instant } from './day.ts';
import { Key } from './key.ts';
import { WayOfDelivery } from './kinds.ts';
import { Money } from './money.ts';
import { RoleKey } from './role.ts';
import { TeamKey } from './team.ts';
import { Urgency } from './urgency.ts';

export const InitiativeKey = Key.brand<'initiative'>();
export type InitiativeKey = z.infer<typeof InitiativeKey>;

/** A day by which it was promised, and the day on which it was. Every promise is kept, not only the last. */
export const Commitment = z.strictObject({ date: Day, promisedOn: Day });
export type Commitment = z.infer<typeof Commitment>;

/** What the business was told to expect; it stands once the sponsor has confirmed it. */
export const Expectation = z.strictObject({
  date: Day.optional(),
  measure: z.string().optional(),
  budget: Money.optional(),
  confirmedAt: Instant.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/**
 * A bounded undertaking that money and people are committed to.
 *
 * `sponsor` is a role of the business. `plannedCost` is what all of it was to cost, `costAtCompletion` what it is now thought
 * to cost, or did cost once it is done; their difference is the variance. `liveOn` is the first day on which the business
 * could use what it made; left out, it is the actual end. What was planned earlier than today stands in plan snapshots.
 */
export const Initiative = z
  .strictObject({
    key: InitiativeKey,
    ...about,
    class: z.enum(['strategic', 'operational', 'mandatory']).optional(),
    status: z.enum(['proposed', 'approved', 'active', 'on-hold', 'done', 'stopped']).optional(),
    deliveryModel: WayOfDelivery.optional(),
    sponsor: RoleKey.optional(),
    team: TeamKey.optional(),
    plannedStart: Day.optional(),
    plannedEnd: Day.optional(),
    actualStart: Day.optional(),
    actualEnd: Day.optional(),
    liveOn: Day.optional(),
    plannedCost: Money.optional(),
    costAtCompletion: Money.optional(),
    sizeClass: z.string().min(1).optional(),
    commitments: z.array(Commitment).check(rising('promisedOn')).default([]),
    expectation: Expectation.optional(),
    urgency: Urgency.optional(),
  })
  .overwrite(namedByKey)
  .check(datedInOrder('plannedStart', 'plannedEnd'))
  .check(datedInOrder('actualStart', 'actualEnd'));
export type Initiative = z.infer<typeof Initiative>;

/** Whether nothing of it is to come any more on a day. */
export const isOver = ({ status, actualEnd }: Initiative, today: Day): boolean =>
  status === 'done' || status === 'stopped' || (actualEnd !== undefined && actualEnd < today);

/** The first day on which what an initiative made could have an effect; nothing while it is not in use, nor of stopped work. */
export const wentLive = ({ liveOn, actualEnd, status }: Initiative): Day | undefined =>
  liveOn ?? (status === 'stopped' ? undefined : actualEnd);
