import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { datedInOrder } from './dated.ts';
import { Day, Instant } from './day.ts';
import { DecisionTypeKey } from './decision-type.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { ForumKey } from './forum.ts';
import { GoalKey } from './goal.ts';
import { InitiativeKey } from './initiative.ts';
import { InvestmentKey } from './investment.ts';
import { ItemRef } from './item-ref.ts';
import { Key } from './key.ts';
import { LevelKey } from './level.ts';
import { Money } from './money.ts';
import { RoleKey } from './role.ts';
import { TeamKey } from './team.ts';

export const DecisionKey = Key.brand<'decision'>();
export type DecisionKey = z.infer<typeof DecisionKey>;

const parties = ['forum', 'role'] as const;
const party = { forum: ForumKey.optional(), role: RoleKey.optional() };

const Party = z.strictObject(party);
const OneParty = Party.check(exactlyOne<z.infer<typeof Party>>(...parties)).meta(exactlyOneOf(...parties));

const stepFields = z.strictObject({
  ...party,
  level: LevelKey.optional(),
  at: Instant,
  result: z.enum([
    'discussed',
    'information-asked',
    'information-given',
    'returned',
    'escalated',
    'delegated',
    'decided',
  ]),
});

/** One stop on a decision's way: before whom it came, and what they did with it. */
export const DecisionStep = stepFields
  .check(exactlyOne<z.infer<typeof stepFields>>(...parties))
  .meta(exactlyOneOf(...parties));
export type DecisionStep = z.infer<typeof DecisionStep>;

/** One way it could go, its key unique within the decision. It may stand for something that has a rank. */
export const Option = z
  .strictObject({
    key: Key,
    name: about.name,
    initiative: InitiativeKey.optional(),
    goal: GoalKey.optional(),
    note: about.note,
  })
  .overwrite(namedByKey);
export type Option = z.infer<typeof Option>;

/** What is put off by deciding so, and what each month of that costs. */
export const Deferred = z.strictObject({
  what: z.string().min(1, 'what is deferred, in words'),
  initiative: InitiativeKey.optional(),
  costPerMonth: Money.optional(),
});
export type Deferred = z.infer<typeof Deferred>;

/**
 * One matter, from the day it was raised to what was done about it.
 *
 * Only its type and when it was raised have to be known; all else comes as the matter goes on. `favoured` is the key of one
 * of the options. A decision that is signed does not change any more: what was wrong with it is said by a new record that
 * `corrects` it. One that is taken up again is a new record too, `reopenedFrom` the old one.
 */
export const Decision = z
  .strictObject({
    key: DecisionKey,
    ...about,
    type: DecisionTypeKey,
    question: z.string().optional(),
    subject: z
      .strictObject({
        initiative: InitiativeKey.optional(),
        investment: InvestmentKey.optional(),
        capability: CapabilityKey.optional(),
        team: TeamKey.optional(),
        blocks: z.array(ItemRef).default([]),
      })
      .optional(),
    raisedAt: Instant,
    raisedBy: OneParty.optional(),
    neededBy: Day.optional(),
    intendedLevel: LevelKey.optional(),
    steps: z.array(DecisionStep).default([]),
    options: z.array(Option).default([]),
    favoured: Key.optional(),
    deferred: z.array(Deferred).default([]),
    outcome: z.string().optional(),
    rationale: z.string().optional(),
    decidedAt: Instant.optional(),
    decidedBy: OneParty.optional(),
    decidedLevel: LevelKey.optional(),
    communicatedAt: Instant.optional(),
    actedAt: Instant.optional(),
    signedAt: Instant.optional(),
    reopenedFrom: DecisionKey.optional(),
    corrects: DecisionKey.optional(),
  })
  .overwrite(namedByKey)
  .check(datedInOrder('raisedAt', 'decidedAt', 'communicatedAt'))
  .check(datedInOrder('raisedAt', 'decidedAt', 'actedAt'))
  .check(datedInOrder('raisedAt', 'decidedAt', 'signedAt'));
export type Decision = z.infer<typeof Decision>;
