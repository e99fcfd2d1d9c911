import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { BenefitKey } from './benefit.ts';
import { CapabilityKey } from './capability.ts';
import { exactlyOne, exactlyOneOf, theOne } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { InvestmentKey } from './investment.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { OutcomeKey } from './outcome.ts';
import { endsAfterStart, period } from './period.ts';
import { Grade } from './reading.ts';
import { Share } from './share.ts';

/** The kinds that a chain of value is made of, from the money to what the business has of it. */
const chained = ['investment', 'initiative', 'capability', 'outcome', 'benefit'] as const;

const end = z.strictObject({
  investment: InvestmentKey.optional(),
  initiative: InitiativeKey.optional(),
  capability: CapabilityKey.optional(),
  outcome: OutcomeKey.optional(),
  benefit: BenefitKey.optional(),
});

const receiver = end.omit({ investment: true });
const receiving = ['initiative', 'capability', 'outcome', 'benefit'] as const;

type ChainEnd = z.infer<typeof end> | z.infer<typeof receiver>;

/** What stands at one end of a link: its kind and its key. */
export const endOf = (end: ChainEnd) => theOne(end, chained);

const fields = z.strictObject({
  key: partsKey,
  ...about,
  giver: end.check(exactlyOne<z.infer<typeof end>>(...chained)).meta(exactlyOneOf(...chained)),
  receiver: receiver.check(exactlyOne<z.infer<typeof receiver>>(...receiving)).meta(exactlyOneOf(...receiving)),
  passes: Share.optional(),
  contributes: Share.optional(),
  grade: Grade,
  rationale: z.string().min(1, 'the reason why the one leads to the other'),
  expectedGain: z.number().optional(),
  hypothesis: z.string().optional(),
  ...period,
});

type Fields = z.infer<typeof fields>;

const partsOf = ({ giver, receiver, from }: Fields) => {
  const gives = endOf(giver);
  const receives = endOf(receiver);
  return [gives.kind, gives.key, receives.kind, receives.key, from];
};

/**
 * That one thing leads to another, and how much of it.
 *
 * `passes` is the share of the giver's money that goes on here; what is not passed is a stub. `contributes` is the share of
 * the receiver's effect that comes from here; the rest has other causes. The two are never multiplied with each other.
 * `expectedGain` is in levels of maturity, from an initiative to a capability; `hypothesis` says how a capability brings
 * about an outcome. A link without a share claims nothing but itself.
 */
export const ChainLink = fields.check(endsAfterStart).overwrite(keyedBy<Fields>(partsOf)).overwrite(namedByKey);
export type ChainLink = z.infer<typeof ChainLink>;
