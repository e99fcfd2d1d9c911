import { z } from 'zod';
import { Day } from '#model/day.ts';
import { RateUse } from '#model/exchange-rate.ts';
import { Decimal, Money } from '#model/money.ts';
import { Grade } from '#model/reading.ts';
import { endpoint } from './define.ts';
import { asOf, Moment } from './figures.ts';
import { notices } from './model.ts';

/** The days that are looked at, in the workspace's time zone; all days of which money is on record when left out. */
const days = { from: Moment.optional(), until: Moment.optional(), asOf };

/** Told beside every answer: the days from the first up to, not including, the last. */
const told = { from: Day, until: Day, asOf: z.iso.datetime(), notices };

/** All money in the currency of totals, each amount by the rate of its own day; each currency by itself when left out. */
export const together = z.boolean().default(false);

/** A rate on record by which amounts came into the currency of totals. */
export const RateUsed = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  rate: Decimal,
  validFrom: Day,
  use: RateUse.nullable(),
  /** How many amounts it turned, what they were together, and what they came to. */
  n: z.int(),
  amount: Decimal,
  converted: Decimal,
});

/** By which rates amounts came into the currency of totals; what has none is in no figure. Null where each currency stands by itself. */
export const rates = z
  .object({
    currency: z.string(),
    /** All in which amounts are stated. */
    currencies: z.array(z.string()),
    used: z.array(RateUsed),
    without: z.array(
      z.object({ kind: z.string(), key: z.string().nullable(), on: Day, amount: Money, missing: z.string() }),
    ),
  })
  .nullable();
export type Rates = NonNullable<z.infer<typeof rates>>;

const basis = z.enum(['spend', 'budget']);

export const ChainKind = z.enum(['investment', 'initiative', 'capability', 'outcome', 'benefit']);
export type ChainKind = z.infer<typeof ChainKind>;

const ChainEnd = z.object({ kind: ChainKind, key: z.string(), name: z.string() });

/**
 * Why an amount goes no further. Money: no known line of funding, no initiative, capability, outcome or benefit to go to,
 * or a benefit of which no value is planned, forecast or realised. Effects: what no link claims has other causes. Where only
 * what is evidenced is followed: the links that would pass it on are declared or assumed.
 */
export const BreakReason = z.enum([
  'no-investment',
  'no-initiative',
  'no-capability',
  'no-outcome',
  'no-benefit',
  'no-measure',
  'other-causes',
  'not-evidenced',
]);
export type BreakReason = z.infer<typeof BreakReason>;

const reasonAmount = z.object({ reason: BreakReason, amount: Decimal });
const gradeAmount = z.object({ grade: Grade, amount: Decimal });

/** A record of the trace; or, with no key, `count` of its kind that are shown as one. */
const TracedNode = z.object({
  id: z.string(),
  kind: ChainKind,
  key: z.string().nullable(),
  name: z.string(),
  count: z.int().positive(),
  /** What came to it. */
  amount: Decimal,
  /** The same by the weakest grade on the way: to it, or from it to the record that is traced. Empty where several are one. */
  byGrade: z.array(gradeAmount),
});

/** A link between two of them; several where they are shown as one. Shares are told of one link alone. */
const TracedLink = z.object({
  from: z.string(),
  to: z.string(),
  key: z.string().nullable(),
  count: z.int().positive(),
  amount: Decimal,
  passes: z.number().nullable(),
  contributes: z.number().nullable(),
  /** Of several the weakest. */
  grade: Grade,
  hypothesis: z.string().nullable(),
  rationale: z.string().nullable(),
});

/** A record of the trace that has no place in a picture. */
const TracedRecord = TracedNode.pick({ kind: true, name: true, amount: true, byGrade: true }).extend({
  key: z.string(),
});
export type TracedRecord = z.infer<typeof TracedRecord>;

/** What a line of funding, a benefit or anything between has to do with the rest, in one currency or other unit. */
const UnitTrace = z.object({
  unit: z.string(),
  /** What is traced. The stubs and what arrived are that, to the cent. */
  whole: Decimal,
  arrived: Decimal,
  stubs: z.array(reasonAmount),
  nodes: z.array(TracedNode),
  links: z.array(TracedLink),
  /** Each record by itself, also where several are shown as one; null where nobody asked for them. */
  records: z.array(TracedRecord).nullable(),
  /** What goes no further at each node that is shown; at none, what has no line of funding. */
  breaks: z.array(reasonAmount.extend({ at: z.string().nullable() })),
  /** How many links are left out that would have passed some of it on, where only what is evidenced is followed. */
  barred: z.int(),
});
export type UnitTrace = z.infer<typeof UnitTrace>;

/** Which money there is in these days, where there is none of that which was asked for; null where there is neither. */
const instead = z.enum(['spend', 'budget']).nullable();

/** Money that is in no figure because its budget period lies only partly in the days. */
const leftOut = z.array(z.object({ investment: z.string().nullable(), on: Day, amount: Money }));

export const showTrace = endpoint({
  id: 'show-trace',
  stands: true,
  method: 'get',
  path: '/api/v1/value/trace',
  summary:
    'Where money went and what it became, or what a benefit came from: records, links with amounts, shares and grades, stubs',
  input: z.strictObject({
    ...days,
    /** Money goes forward by what is passed on; benefits, realised or of approved plans, go back by what was contributed. */
    of: z.enum(['spend', 'budget', 'realised', 'planned']).default('spend'),
    /** Along every link that claims a share, or only along those that are measured (grades A to C). */
    evidence: z.enum(['claimed', 'evidenced']).default('claimed'),
    together,
    /** One record: what leads to it and where that goes on. All of it when left out. */
    through: z.strictObject({ kind: ChainKind, key: z.string() }).optional(),
    /** How many links at most; the rest is shown as one of each kind. */
    limit: z.int().min(10).max(100_000).default(40),
    /** Each record by itself as well, without the links between them, which are many more. */
    records: z.boolean().default(false),
  }),
  answer: z.object({
    ...told,
    through: ChainEnd.nullable(),
    traces: z.array(UnitTrace),
    rates,
    leftOut,
    /** Why there is nothing to trace. */
    missing: z.string().nullable(),
    instead,
  }),
});

const standing = ChainEnd.extend({ ahead: BreakReason.nullable(), behind: BreakReason.nullable() });

export const showCoverage = endpoint({
  id: 'show-value-coverage',
  stands: true,
  method: 'get',
  path: '/api/v1/value/coverage',
  summary: 'How much of the money, of the initiatives and of the benefits stands in unbroken chains; every break',
  input: z.strictObject({ ...days, basis: basis.default('spend'), together }),
  answer: z.object({
    ...told,
    /** Each currency by itself; null shares where nothing was invested. */
    money: z.array(
      z.object({
        currency: z.string(),
        invested: Decimal,
        traced: Decimal,
        share: z.number().nullable(),
        byGrade: z.array(gradeAmount),
        stubs: z.array(reasonAmount),
      }),
    ),
    /** `whole` of `n` stand in a chain that breaks on neither side; each with where it breaks. */
    initiatives: z.object({ n: z.int(), whole: z.int(), each: z.array(standing) }),
    benefits: z.object({ n: z.int(), whole: z.int(), each: z.array(standing) }),
    breaks: z.array(
      z.object({
        at: ChainEnd.nullable(),
        side: z.enum(['after', 'before']),
        reason: BreakReason,
        amounts: z.array(Money),
        /** Links on that side all the same, and how many of them claim no share. */
        links: z.int(),
        unshared: z.int(),
      }),
    ),
    rates,
    leftOut,
    missing: z.string().nullable(),
    instead,
  }),
});

const Class = z.enum(['run', 'grow', 'transform']);

const AllocationPeriod = z.object({
  /** The planning period; null where the days are one stretch because there are none. */
  period: z.string().nullable(),
  name: z.string(),
  from: Day,
  until: Day,
  /** All money of the period by class and capability, what goes to none with its reason. Shares are of the currency's whole. */
  rows: z.array(
    z.object({
      currency: z.string(),
      class: Class.nullable(),
      capability: z.string().nullable(),
      name: z.string().nullable(),
      strategic: z.boolean().nullable(),
      reason: BreakReason.nullable(),
      amount: Decimal,
      share: z.number().nullable(),
    }),
  ),
  /** Of each currency: all, what goes to capabilities, and what to strategic ones; null where no goal weighs anything then. */
  totals: z.array(z.object({ currency: z.string(), whole: Decimal, mapped: Decimal, strategic: Decimal.nullable() })),
  /** By the order of initiatives agreed for the period; those on no list have no rank. */
  priorities: z.object({
    list: z.string().nullable(),
    approvedOn: Day.nullable(),
    rows: z.array(
      z.object({
        currency: z.string(),
        initiative: z.string(),
        name: z.string(),
        rank: z.int().nullable(),
        amount: Decimal,
      }),
    ),
  }),
  /** What goals ask for: the share of importance of each leaf of the capability tree that has any. */
  importance: z.array(
    z.object({ capability: z.string(), name: z.string(), share: z.number(), strategic: z.boolean() }),
  ),
  leftOut,
});
export type AllocationPeriod = z.infer<typeof AllocationPeriod>;

export const showAllocation = endpoint({
  id: 'show-allocation',
  stands: true,
  method: 'get',
  path: '/api/v1/value/allocation',
  summary: 'What money goes to in each planning period: capability, class and priority, beside what goals ask for',
  input: z.strictObject({
    ...days,
    basis: basis.default('spend'),
    together,
    /** Planning periods of this kind; the workspace's own kind when left out. */
    kind: z.enum(['month', 'quarter', 'half', 'year']).optional(),
  }),
  answer: z.object({
    ...told,
    periods: z.array(AllocationPeriod),
    /** Which planning periods they are. */
    kind: z.enum(['month', 'quarter', 'half', 'year']),
    /** Money of these days that lies in none of the periods, and so in none of their rows; `n` amounts on record. */
    outside: z.object({ n: z.int(), amounts: z.array(Money) }),
    rates,
    missing: z.string().nullable(),
    instead,
  }),
});
