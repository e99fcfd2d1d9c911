import { z } from 'zod';
import { Day } from '#model/day.ts';
import { Decimal, Money } from '#model/money.ts';
import { Grade } from '#model/reading.ts';
import { endpoint } from './define.ts';
import { asOf, Moment } from './figures.ts';
import { notices } from './model.ts';
import { rates, together } from './value.ts';

const days = { from: Moment.optional(), until: Moment.optional(), asOf, together };
const told = { from: Day, until: Day, asOf: z.iso.datetime(), rates, notices };

const named = z.object({ key: z.string(), name: z.string() });

/** How well a capability is mastered on one scale, by its latest assessment by the day; levels of two scales never meet. */
const Maturity = z.object({
  scale: z.string(),
  level: z.number().nullable(),
  on: Day.nullable(),
  /** Older than a year on that day. */
  stale: z.boolean().nullable(),
  target: z.number().nullable(),
  /** Target less level, where both are known; negative above the target. */
  gap: z.number().nullable(),
});

const card = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['business', 'it']),
  parent: z.string().nullable(),
  /** The share of importance over all leaves; null for those with others below, and where no goal weighs anything. */
  importanceShare: z.number().nullable(),
  /** The highest importance for a goal that weighs anything, 0 to 3; null where none is stated. */
  importance: z.int().nullable(),
  strategic: z.boolean().nullable(),
  maturity: z.array(Maturity),
  /** What went to it in these days, currency by currency; no money is no row. */
  spend: z.array(Money),
  owners: z.array(z.object({ team: z.string(), name: z.string(), as: z.enum(['accountable', 'contributing']) })),
  initiatives: z.int(),
  outcomes: z.int(),
  /** Findings that are open or accepted. */
  findings: z.int(),
};

export const listCapabilities = endpoint({
  id: 'list-capabilities',
  stands: true,
  method: 'get',
  path: '/api/v1/capabilities',
  summary: 'Every capability: how important, how mature against its target, what goes to it, who owns it',
  input: z.strictObject(days),
  answer: z.object({
    ...told,
    /** The planning period whose goal weights are taken; null where no goal weighs anything on the last day. */
    period: z.string().nullable(),
    capabilities: z.array(z.object(card)),
  }),
});

export const showCapability = endpoint({
  id: 'show-capability',
  stands: true,
  method: 'get',
  path: '/api/v1/capabilities/:capability',
  summary: 'One capability: goals that need it, assessments, money, initiatives, outcomes, findings',
  input: z.strictObject({ ...days, capability: z.string() }),
  answer: z.object({
    ...told,
    period: z.string().nullable(),
    capability: z.object({
      ...card,
      description: z.string().nullable(),
      children: z.array(named),
      goals: z.array(named.extend({ statement: z.string(), importance: z.int(), weight: z.number().nullable() })),
      assessments: z.array(
        z.object({
          on: Day,
          scale: z.string(),
          level: z.number(),
          assessor: z.string().nullable(),
          method: z.string().nullable(),
        }),
      ),
      by: z.object({
        initiatives: z.array(
          named.extend({ status: z.string().nullable(), spend: z.array(Money), expectedGain: z.number().nullable() }),
        ),
        outcomes: z.array(named.extend({ hypothesis: z.string().nullable(), grade: Grade })),
        findings: z.array(named.extend({ status: z.string(), severity: z.number().nullable() })),
      }),
    }),
  }),
});

/** What an initiative leads to or comes from, with the money that goes that way. */
const joined = named.extend({
  amounts: z.array(Money),
  passes: z.number().nullable(),
  contributes: z.number().nullable(),
  grade: Grade,
});

export const showInitiative = endpoint({
  id: 'show-initiative',
  stands: true,
  method: 'get',
  path: '/api/v1/initiatives/:initiative',
  summary: 'One initiative: dates, promises, money in, and what it leads to',
  input: z.strictObject({ ...days, initiative: z.string() }),
  answer: z.object({
    ...told,
    initiative: z.object({
      key: z.string(),
      name: z.string(),
      note: z.string().nullable(),
      class: z.string().nullable(),
      status: z.string().nullable(),
      deliveryModel: z.string().nullable(),
      sponsor: named.nullable(),
      team: named.nullable(),
      sizeClass: z.string().nullable(),
      dates: z.object({
        plannedStart: Day.nullable(),
        plannedEnd: Day.nullable(),
        actualStart: Day.nullable(),
        actualEnd: Day.nullable(),
      }),
      /** Every promise; `kept` says whether it ended by that day, and is null while it is under way and not yet due. */
      commitments: z.array(
        z.object({ date: Day, promisedOn: Day, kept: z.boolean().nullable(), daysLate: z.int().nullable() }),
      ),
      expectation: z
        .object({
          date: Day.nullable(),
          measure: z.string().nullable(),
          budget: Money.nullable(),
          confirmed: z.boolean(),
        })
        .nullable(),
      /** What came in these days, currency by currency. */
      spend: z.array(Money),
      investments: z.array(joined),
      capabilities: z.array(joined.extend({ expectedGain: z.number().nullable() })),
      /** Further on: what money of it came to, by the weakest grade on the way. */
      outcomes: z.array(named.extend({ amounts: z.array(Money) })),
      benefits: z.array(
        named.extend({
          amounts: z.array(Money),
          byGrade: z.array(z.object({ grade: Grade, amount: Decimal, currency: z.string() })),
        }),
      ),
      /** Where its chain breaks after it and before it; null where it does not. */
      breaks: z.object({ ahead: z.string().nullable(), behind: z.string().nullable() }),
      /** Its places on approved lists, the newest first. */
      ranks: z.array(z.object({ list: z.string(), period: z.string(), approvedOn: Day, rank: z.int(), of: z.int() })),
      /** Items of it that logs hold; null where no log says which items are of it. */
      execution: z
        .object({ items: z.int(), done: z.int(), flowDaysP50: z.number().nullable(), promised: z.int(), kept: z.int() })
        .nullable(),
    }),
  }),
});
